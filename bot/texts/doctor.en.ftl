# The doctor: what it finds in the settings, the city's data and the services around
doctor-settings = The settings can be used.
doctor-open-secret = { $name }: everybody on this machine can read { $path }. Run: chmod 600 { $path }
doctor-ca-bundle = SOMEHELP_CA_BUNDLE cannot be used: { $why }. It must be a PEM file with certificates.
doctor-database = The database ({ $kind }) answers. Its version is { $found }.
doctor-database-to-be-made = The database { $path } will be made when the server starts for the first time.
doctor-database-folder = The database's folder { $path } cannot be written. Change its owner, or choose another one with SOMEHELP_STATE.
doctor-database-url = SOMEHELP_DATABASE cannot be read. Write it as postgresql://USER:PASSWORD@HOST/DATABASE or sqlite:///FILE.
doctor-database-away = The database does not answer ({ $error }). Is it running, and are the name and the password in SOMEHELP_DATABASE right?
doctor-database-newer = The database has version { $found }, and this program knows { $known } at most. Install the newer program again.
doctor-slack = Slack knows the bot in the workspace { $team }.
doctor-slack-away = Slack cannot be reached ({ $error }). Does the network need HTTPS_PROXY or SOMEHELP_CA_BUNDLE?
doctor-slack-token = Slack refuses SOMEHELP_SLACK_BOT_TOKEN ({ $error }). Copy it anew from the app's page OAuth & Permissions.
doctor-slack-team = SOMEHELP_SLACK_BOT_TOKEN belongs to the workspace { $team }, not to SOMEHELP_SLACK_TEAM. Fix one of them.
doctor-slack-scopes = The Slack app lacks the scopes { $scopes }. Add them under OAuth & Permissions and install the app again.
doctor-slack-socket = Slack opens no socket ({ $error }). Switch Socket Mode on, and give SOMEHELP_SLACK_APP_TOKEN the scope connections:write.
doctor-teams = Microsoft gives the Teams app a token.
doctor-teams-open = SOMEHELP_TEAMS_WITHOUT_AUTH lets in whoever is on this machine. Take it away before people use the bot.
doctor-teams-away = Microsoft's sign-in cannot be reached ({ $error }). Does the network need HTTPS_PROXY or SOMEHELP_CA_BUNDLE?
doctor-teams-refused = Microsoft refuses the Teams app ({ $error }). Check SOMEHELP_TEAMS_APP_ID, SOMEHELP_TEAMS_TENANT and whether SOMEHELP_TEAMS_APP_PASSWORD has expired.
doctor-teams-keys = The keys of incoming Teams messages cannot be fetched (status { $status }). Check SOMEHELP_TEAMS_OPENID_METADATA.
doctor-mail = The mail server { $host } lets the bot in.
doctor-mail-password = The mail server { $host } refuses the name or the password in SOMEHELP_SMTP_URL.
doctor-mail-away = The mail server { $host } cannot be used ({ $error }). Check the host, the port and its certificate (SOMEHELP_CA_BUNDLE).
doctor-sign-in = Signing in on the web page goes through { $url }.
doctor-sign-in-off = Web page: nobody signs in. To let people sign in, give SOMEHELP_OIDC_ISSUER (docs/admin.md).
doctor-sign-in-away = The sign-in { $url } cannot be reached ({ $error }). Check SOMEHELP_OIDC_ISSUER and the network.
doctor-sign-in-other = What { $url } says of itself names another issuer. Copy SOMEHELP_OIDC_ISSUER exactly as the issuer writes it.
doctor-crisis-open =
    { $count ->
        [one] One person may open a crisis.
       *[other] { $count } people may open a crisis.
    }
doctor-crisis-duty =
    { $count ->
        [one] One person hears of what is reported.
       *[other] { $count } people hear of what is reported.
    }
doctor-crisis-policies =
    { $count ->
        [one] One policy says who is pinged in a crisis.
       *[other] { $count } policies say who is pinged in a crisis.
    }
doctor-out-of-reach = { $person } is pinged in a crisis, but cannot be reached by { $ways }. Add an address under reach: in city.yaml.
doctor-reach-never = Reachability has not been tried yet. Begin: somehelp crisis reach --by PERSON.
doctor-reach-all = The last test of reach found all { $count }.
doctor-reach-unseen = { $person } did not answer the last test of reach. Call, and check the contact data.
