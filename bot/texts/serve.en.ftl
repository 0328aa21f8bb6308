# The server: what it says at its start, why it refuses to start, how its parts are
serve-title = Somehelp is at work for { $city }.
serve-example = This is an example city with made-up people. Put your own city's folder in SOMEHELP_CITY; docs/admin.md shows how.
serve-open = Open { $url } in a browser. Stop with Ctrl-C.
serve-listens = Listening on { $url }.
serve-stopping = Finishing what was begun …
serve-stopped = Stopped.
serve-on-store-sqlite = Database: the file { $place }, for one server.
serve-on-store-postgresql = Database: PostgreSQL, for several servers.
serve-on-slack-http = Slack: on; Slack calls { $url }.
serve-on-slack-socket = Slack: on, over Socket Mode; nothing calls in.
serve-on-teams = Teams: on; Teams calls { $url }.
serve-on-teams-open = Teams: on WITHOUT checking who calls, on this machine only.
serve-on-mail = Mail: pings also go out by mail.
serve-on-web-local = Web page: on, for this machine only, without signing in.
serve-on-web-signed = Web page: on, for those who sign in.
serve-on-web-open = Web page: on; checking, asking and the rule book are open to everybody who reaches the server.
serve-on-pager = Crises: on call.
serve-off-slack = Slack: off. To switch it on, give SOMEHELP_SLACK_BOT_TOKEN (docs/install-slack.md).
serve-off-teams = Teams: off. To switch it on, give SOMEHELP_TEAMS_APP_ID (docs/install-teams.md).
serve-off-mail = Mail: off. To switch it on, give SOMEHELP_SMTP_URL (docs/admin.md).
serve-off-web = Web page: off, because the server can be reached from elsewhere and nobody could sign in. Give SOMEHELP_OIDC_ISSUER or SOMEHELP_WEB_OPEN=true (docs/admin.md).
serve-refused = Somehelp does not start. Fix this:
serve-refuse-needs = { $name } also needs { $needs }.
serve-refuse-needs-one = { $name } also needs { $one } (Slack calls in) or { $other } (Socket Mode).
serve-refuse-https = { $name } must be an address that begins with https://.
serve-refuse-smtp = { $name } must be of the form smtp://user:password@host:587 or smtps://user:password@host:465.
serve-refuse-address = { $name } must be one mail address.
serve-refuse-short-secret = { $name } must hold at least { $bytes } random bytes in base64. Make one: openssl rand -base64 { $bytes }
serve-refuse-short-token = { $name } must have at least { $letters } letters. Make one: openssl rand -hex { $letters }
serve-refuse-prefix = { $name } must begin with { $prefix }. Perhaps two tokens changed places.
serve-refuse-teams-open = { $name } lets in everybody who claims to be Teams. It is allowed only while the server listens on 127.0.0.1 and has no SOMEHELP_PUBLIC_URL.
serve-refuse-value = { $name } has a value that cannot be used: { $why }.
serve-refuse-file = { $name } names a file that cannot be read: { $why }.
serve-unknown-setting = { $name } is no setting of Somehelp, so it changes nothing. Is it misspelt?
serve-port-taken = Another program already listens on { $host }, port { $port }. Stop it, or choose another port with SOMEHELP_PORT.
serve-cannot-listen = The server cannot listen on { $host }, port { $port }: { $why }. Fix SOMEHELP_HOST and SOMEHELP_PORT.
serve-part-failed = The part { $part } could not start ({ $error }). The log says where; somehelp doctor says what to fix.
serve-store-failed = The database cannot be opened ({ $error }). Is it running, and is SOMEHELP_DATABASE right? somehelp doctor says more.
serve-down-store = The database does not answer. Checks still work; crises cannot be opened. Bring it back.
serve-down-housekeeping = What is too old has not been erased for two days. Look at the log.
serve-down-pager = The pager for crises has stopped. Restart the server at once and look at the log.
serve-concerns =
    { $count ->
        [one] ⚠ One thing in the city's data should be fixed. See it: somehelp doctor
       *[other] ⚠ { $count } things in the city's data should be fixed. See them: somehelp doctor
    }
