"""What was asked, what to answer, whom to ping; knows no platform."""
