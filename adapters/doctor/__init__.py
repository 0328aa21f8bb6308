"""What an installation has and lacks: each file looks at one thing and says what to mend."""
