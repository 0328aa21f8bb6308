# Slack: what Slack itself needs words for
slack-confirm-yes = Yes
slack-confirm-no = Cancel
slack-choose = Choose
slack-close = Close
slack-submit = Send
slack-cut = The rest did not fit here. Ask for one thing at a time to see it all.
slack-too-long-for-field = The text is longer than { $limit } characters and does not fit the field. Edit it elsewhere, then send it as a new message.
slack-failed = Something went wrong and there is no answer. Please try again in a moment.
slack-form-late = The form expired before it could open. Please open it again.
slack-again = Open the form
slack-wait = One moment, the answer is on its way.
slack-answered = The answer is in the conversation.
slack-health-starting = There is no connection to Slack yet. Check that the server can reach slack.com.
slack-health-refused = Slack refused the token. Copy the Slack app's bot token (xoxb-…) into the settings again.
slack-health-down = Slack does not answer. Check the server's network and the page slack-status.com.
slack-health-socket = The Socket Mode connection is down. Check the app-level token (xapp-…) and the network.
