"""The paper: what is said in, PDF bytes out. The only place that knows reportlab."""
