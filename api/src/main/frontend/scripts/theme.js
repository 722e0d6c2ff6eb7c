/** A colour of the theme that is shown, for what draws by itself. */
export const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** Calls back when the device changes between light and dark. */
export const onThemeChange = (then) => matchMedia("(prefers-color-scheme: dark)").addEventListener("change", then);

