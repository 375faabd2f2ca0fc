"""A request to finished files: gather, fit, prove, deliver."""
