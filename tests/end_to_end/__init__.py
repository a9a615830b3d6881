"""The whole kit as a trainee meets it: JupyterLab, a browser, a keyboard."""
