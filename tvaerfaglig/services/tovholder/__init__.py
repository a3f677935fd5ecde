"""One tovholder at a time for each child: who it is, the handing over, and children left without one."""
