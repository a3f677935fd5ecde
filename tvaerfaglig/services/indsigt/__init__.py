"""Indsigt in a child: all that is written about her gathered, gone through, and handed out with bars over others."""
