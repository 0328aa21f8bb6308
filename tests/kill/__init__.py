"""Whether a ping can be lost: real processes on real databases, killed, frozen and cut off."""
