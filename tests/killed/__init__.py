"""Every process of a build, a publishing hook and a server is killed, at any moment."""
