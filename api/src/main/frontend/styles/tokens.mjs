// Names of the look. Both themes stand here side by side; the sheet is written from them.
const colours = {
  // name: [light, dark]
  paper: ["#f5f6f4", "#121715"],
  sheet: ["#ffffff", "#1a211e"],
  sunken: ["#eceeea", "#232b28"],
  line: ["#d5d9d2", "#35403b"],
  "line-strong": ["#838d86", "#7b8a83"],
  ink: ["#17211d", "#e8eeea"],
  "ink-soft": ["#4b5852", "#aebab4"],

  brand: ["#0b5b53", "#6fc7b9"],
  "brand-strong": ["#07423c", "#93dacf"],
  "on-brand": ["#ffffff", "#06211d"],
  "brand-wash": ["#e1efec", "#17332f"],
  link: ["#0a5f86", "#83c3ea"],

  late: ["#a4231b", "#ff9d91"],
  "late-wash": ["#fbe9e6", "#3d1d1a"],
  soon: ["#7d4e00", "#f0c067"],
  "soon-wash": ["#fbf0d9", "#362a12"],
  ok: ["#1f6335", "#8fd3a0"],
  "ok-wash": ["#e3f1e5", "#18301f"],
  info: ["#1f5080", "#9cc5ee"],
  "info-wash": ["#e4edf6", "#1a2a3b"],

  // rows of a chart, told apart also by those who see few colours
  "chart-1": ["#0b5b53", "#6fc7b9"],
  "chart-2": ["#b4540a", "#ffb46b"],
  "chart-3": ["#1f5080", "#9cc5ee"],
  "chart-4": ["#8a2f6b", "#eb9fd0"],
  "chart-5": ["#6b6a14", "#d3cf6a"],
  "chart-6": ["#5c6661", "#aebab4"],

  focus: ["#b4540a", "#ffb46b"],
};

const shadow = ["0 1px 2px rgb(20 30 25 / 8%), 0 1px 6px rgb(20 30 25 / 5%)", "none"];

const theme = (which) => [
  ...Object.entries(colours).map(([name, both]) => `--${name}: ${both[which]};`),
  `--shadow: ${shadow[which]};`,
].join(" ");

const measures = `
  --font: system-ui, -apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", "DejaVu Sans", Roboto, Arial, sans-serif;
  --mono: ui-monospace, "Cascadia Mono", "Noto Sans Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace;
  --s1: 0.25rem; --s2: 0.5rem; --s3: 0.75rem; --s4: 1rem; --s5: 1.5rem; --s6: 2.25rem;
  --radius: 8px; --radius-small: 5px;`;

/** Each colour as a class of its own, for the page that shows the look. */
const swatches = Object.keys(colours).map((name) => `.swatch-${name} { background: var(--${name}); }`).join("\n");

/** What the page that shows the look tells of them. */
export const tokenList = () => JSON.stringify(
  Object.entries(colours).map(([name, [light, dark]]) => ({ name, light, dark })), null, 1);

/** The device's theme, unless the reader chose one. */
export const tokenSheet = () => `
:root { color-scheme: light dark; ${measures} ${theme(0)} }
@media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { ${theme(1)} } }
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; ${theme(1)} }
@media print { :root, :root[data-theme] { color-scheme: light; ${theme(0)}
  --paper: #fff; --sheet: #fff; --sunken: #fff; --ink: #000; --ink-soft: #333; --line: #999; --shadow: none; } }
${swatches}
`;
