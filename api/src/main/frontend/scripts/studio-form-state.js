// A form while it is being made: what the editor shows, and what it becomes in the diagram.
const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();

const kebab = (text) => plain(text).replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60);

const camel = (text) => kebab(text).slice(0, 40).replace(/-+([a-z0-9])/g, (_, letter) => letter.toUpperCase());

const lettered = (word, otherwise) => (word ? (/^[a-z]/.test(word) ? word : `${otherwise}${word}`) : otherwise);

const free = (word, taken) => {
  if (!taken.includes(word)) return word;
  let number = 2;
  while (taken.includes(`${word}${number}`)) number += 1;
  return `${word}${number}`;
};

const wordsOf = (part, label) => ({ vi: part?.vi ?? label ?? "", en: part?.en ?? "" });

const LISTED = "choice";

const optionOf = (field) => (id) => ({ id, was: id, words: wordsOf(field.optionWords?.[id]) });

export const fieldOf = (field) => ({
  id: field.id, was: field.id, type: field.type, required: Boolean(field.required), words: wordsOf(field.words, field.label),
  options: (field.options ?? []).map(optionOf(field)), min: field.min ?? "", max: field.max ?? "",
  personal: Boolean(field.personal), perPoint: Boolean(field.perPoint),
});

const outcomeOf = (outcome) => ({
  id: outcome.id, was: outcome.id, act: outcome.act ?? "NONE", words: wordsOf(outcome.words, outcome.label),
  fields: (outcome.fields ?? []).map(fieldOf),
});

/** What the editor holds of a form as it stands in a diagram. */
export const stateOf = (form) => ({
  id: form.id, was: form.id, stage: form.stage ?? "", words: wordsOf(form.words), outcomes: (form.outcomes ?? []).map(outcomeOf),
});

export const newField = () => ({
  id: "", was: "", type: "text", required: false, words: wordsOf(), options: [], min: "", max: "", personal: true, perPoint: false,
});

export const newOutcome = () => ({ id: "", was: "", act: "NONE", words: wordsOf(), fields: [] });

export const newForm = () => ({ id: "", was: "", stage: "", words: wordsOf(), outcomes: [newOutcome()] });

export const newOption = () => ({ id: "", was: "", words: wordsOf() });

/** A technical name for all that has none yet, from its label. */
export const named = (state, taken) => {
  const label = (words) => words.vi || words.en;
  state.id ||= free(lettered(kebab(label(state.words)), "form"), taken);
  const outcomes = state.outcomes.map((one) => one.id).filter(Boolean);
  for (const outcome of state.outcomes) {
    if (!outcome.id) outcomes.push(outcome.id = free(lettered(kebab(label(outcome.words)), "outcome"), outcomes));
    const fields = outcome.fields.map((one) => one.id).filter(Boolean);
    for (const field of outcome.fields) {
      if (!field.id) fields.push(field.id = free(lettered(camel(label(field.words)), "field"), fields));
      const options = field.options.map((one) => one.id).filter(Boolean);
      for (const option of field.options) {
        if (!option.id) options.push(option.id = free(lettered(kebab(label(option.words)), "option"), options));
      }
    }
  }
  return state;
};

const worded = ({ vi, en }) => (vi.trim() || en.trim()
  ? { words: { ...(vi.trim() && { vi: vi.trim() }), ...(en.trim() && { en: en.trim() }) } } : {});

const fieldJson = (field) => ({
  id: field.id, ...worded(field.words), type: field.type, required: field.required,
  ...(field.type === LISTED && {
    options: field.options.map((one) => one.id),
    optionWords: Object.fromEntries(field.options.map((one) => [one.id, worded(one.words).words]).filter(([, words]) => words)),
  }),
  ...(field.min !== "" && { min: field.min }), ...(field.max !== "" && { max: field.max }),
  ...(field.personal && { personal: true }), ...(field.perPoint && { perPoint: true }),
});

/** As it stands in the diagram. */
export const jsonOf = (state) => ({
  id: state.id, ...(state.stage && { stage: state.stage }), ...worded(state.words),
  outcomes: state.outcomes.map((outcome) => ({
    id: outcome.id, ...worded(outcome.words), ...(outcome.act !== "NONE" && { act: outcome.act }), fields: outcome.fields.map(fieldJson),
  })),
});

/** The fields an act cannot do without, beside those there are. */
export const needing = (outcome, act) => {
  for (const field of act?.fields ?? []) {
    const there = outcome.fields.find((one) => one.id === field.id);
    if (there) there.required = true;
    else outcome.fields.push({ ...fieldOf(field), required: true });
  }
};

export const moved = (list, from, by) => {
  const to = from + by;
  if (to < 0 || to >= list.length) return from;
  list.splice(to, 0, ...list.splice(from, 1));
  return to;
};
