// Elements of the panels of the studio.
export const make = (tag, attributes = {}, ...inside) => {
  const element = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => {
    if (value === undefined || value === null) return;
    if (name in element && typeof value !== "string") element[name] = value;
    else element.setAttribute(name, value);
  });
  element.append(...inside.filter((one) => one !== null && one !== undefined));
  return element;
};

export const filled = (text, ...values) => values.reduce((said, value, at) => said.replace(`{${at}}`, value), text);
