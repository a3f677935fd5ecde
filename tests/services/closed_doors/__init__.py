"""Every door of the services: what lies behind them, who may open which, and the acts that try."""
