"""What stands in deploy/: the image, Compose, systemd, Kubernetes, the proxy."""
