import type { recognised as words } from '../vi/recognised.ts';

export const recognised: typeof words = {
  title: (name) => `Recognised: ${name}`,
  how: (platform, email) =>
    `This account is bound to the person above by the address ${email}, which ${platform} has confirmed.`,
  ifWrong:
    'If this is not right, send /thamgia with an invitation code from an admin: a code counts for more than an address.',
  elsewhere: (platform) => `A ${platform} account has been added`,
  elsewhereText: (displayName) =>
    `The account “${displayName}” was bound by the e-mail address of this person. If that was somebody else, please tell an admin at once.`,
};
