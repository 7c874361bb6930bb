/** Where a workspace installs the app: on the bot's own server, and in the manifest. */
export const installPath = '/slack/install';
export const redirectPath = '/slack/oauth_redirect';
