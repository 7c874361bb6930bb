/** The register of what each side brings. */
export const register = {};
