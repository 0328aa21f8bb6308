# Slack: what Slack itself needs words for
slack-confirm-yes = Ja
slack-confirm-no = Avbryt
slack-choose = Välj
slack-close = Stäng
slack-submit = Skicka
slack-cut = Resten fick inte plats här. Be om en sak i taget, så ser du allt.
slack-too-long-for-field = Texten är längre än { $limit } tecken och får inte plats i fältet. Redigera den någon annanstans och skicka den sedan som ett nytt meddelande.
slack-failed = Något gick fel och det blev inget svar. Försök igen om en stund.
slack-form-late = Formuläret hann bli för gammalt innan det öppnades. Öppna det igen.
slack-again = Öppna formuläret
slack-wait = Ett ögonblick, svaret är på väg.
slack-answered = Svaret finns i chatten.
slack-health-starting = Det finns ännu ingen förbindelse till Slack. Kontrollera att servern når slack.com.
slack-health-refused = Slack godkände inte token. Kopiera Slack-appens bottoken (xoxb-…) på nytt till inställningarna.
slack-health-down = Slack svarar inte. Kontrollera serverns nätverk och sidan slack-status.com.
slack-health-socket = Socket Mode-förbindelsen är bruten. Kontrollera apptoken (xapp-…) och nätverket.
