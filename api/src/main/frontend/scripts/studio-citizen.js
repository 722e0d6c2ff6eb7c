// What citizens read on their page while a case waits at a step: two attributes in the name space of this house.
const SPACE = "https://caunoi.vn/schema/bpmn";

/** The drawing tool writes an attribute only in a name space that the file declares. */
export const declared = (board) => {
  const attributes = board.modeler.getDefinitions().$attrs;
  attributes["xmlns:caunoi"] ??= SPACE;
};

export const citizenWords = (board, object, set, text) => {
  const { says } = board;
  const keep = (name) => (said) => {
    declared(board);
    set({ [name]: said || undefined });
  };
  return [
    text(says.citizen, object.get("caunoi:citizen"), keep("caunoi:citizen"), says.citizenHint, "citizen"),
    text(says.citizenEn, object.get("caunoi:citizen-en"), keep("caunoi:citizen-en"), undefined, "citizen-en"),
  ];
};
