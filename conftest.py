pytest_plugins = ["kata"]
