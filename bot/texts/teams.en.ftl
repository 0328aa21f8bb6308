# What is said in Teams alone
teams-sign = { $sign } { $meaning }
teams-yes = Yes: { $action }
teams-choose = Choose
teams-required = Fill this in.
teams-fallback = { $title }. This version of Teams cannot show the card. Open the message in the latest version of Teams or in a browser.
teams-moved = The corrected text is long, so it stands in a message of its own above this one.
teams-resend = The text is too long for this. Send it to me as a message and I will check all of it.
teams-cut-draft = { $count ->
    [one] One character at the end of the draft is not shown here. The whole draft was checked.
   *[other] { $count } characters at the end of the draft are not shown here. The whole draft was checked.
  }
teams-cut-rows = { $count ->
    [one] One row did not fit here.
   *[other] { $count } rows did not fit here.
  }
teams-left-out = The answer is so long that its end did not fit here. Check the draft in parts.
teams-answered = The answer is a message further down.
teams-slow = This takes a moment. I will answer with a message.
teams-already = This has been done already.
teams-private = I answered in our own chat, because the answer is for you alone.
teams-broken = Something went wrong and your request could not be handled. Please try again in a moment. If it happens again, tell whoever looks after Somehelp.
teams-health-credentials = Microsoft does not accept the bot's credentials. Check SOMEHELP_TEAMS_APP_ID, SOMEHELP_TEAMS_APP_PASSWORD and SOMEHELP_TEAMS_TENANT; the secret may have expired.
teams-health-down = The Teams service cannot be reached. Check the server's network and proxy.
teams-missing-app = Teams: SOMEHELP_TEAMS_APP_ID is missing. To try it out without: SOMEHELP_TEAMS_WITHOUT_AUTH=true and SOMEHELP_HOST=127.0.0.1.
teams-missing-secret = Teams: SOMEHELP_TEAMS_APP_PASSWORD and SOMEHELP_TEAMS_TENANT are needed, too.
teams-dialog = Check the draft
teams-name = Somehelp
teams-summary = Check a draft and ask about the posting guideline
teams-about = Send Somehelp the draft of a post and see what to fix before it is published: personal data, what is confidential, unclear language, a missing sender. Ask who decides or helps, and get the answer of your own city's guideline with somebody to contact. Somehelp does not store the draft.
teams-command-check = Check the draft
teams-command-check-about = Checks the draft before it is published
teams-command-help = help
teams-command-help-about = What I can do and what is kept
teams-command-form = form
teams-command-form-about = Check a draft with a form: account and channel
teams-command-accounts = accounts
teams-command-accounts-about = Your accounts and whom to contact about them
teams-command-home = home
teams-command-home-about = Your unit, accounts, absence and language
teams-command-crisis = crisis
teams-command-crisis-about = Report a crisis or a storm to communications
