# Pings by mail
mail-answer-there = Answer on the crisis page. Sign in and acknowledge there.
mail-answer-elsewhere = Acknowledge in Slack or Teams, or call whoever leads the crisis.
mail-no-reply = Somehelp sent this message automatically. Do not reply to it: nobody reads the replies.
mail-down = The mail server takes no messages. Check SOMEHELP_SMTP_URL: somehelp doctor says more.
