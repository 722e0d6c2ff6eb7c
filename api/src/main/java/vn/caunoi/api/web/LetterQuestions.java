package vn.caunoi.api.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.caunoi.api.letter.Block;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.form.FieldType;
import vn.caunoi.core.petition.Milestone;
import vn.caunoi.core.petition.SendingWay;
import vn.caunoi.core.petition.Signature;

/** What the forms about letters ask; the part of a name before the dot is the action. */
final class LetterQuestions {
    private final Words say;
    private final Map<String, String> typed;
    private final Map<String, String> wrong;

    LetterQuestions(Words say, Map<String, String> typed, Map<String, String> wrong) {
        this.say = say;
        this.typed = typed;
        this.wrong = wrong;
    }

    public Question line(String name, boolean required, @Nullable String known) {
        return asked(name, FieldType.TEXT, required, known).bounds(null, "2000");
    }

    public Question text(String name, boolean required, @Nullable String known) {
        return asked(name, FieldType.LONGTEXT, required, known).bounds(null, "20000");
    }

    /** Today, if nothing else was typed; never after today. */
    public Question past(String name) {
        String today = say.today().toString();
        return asked(name, FieldType.DATE, true, today).bounds(null, today);
    }

    /** Any day. */
    public Question day(String name) {
        return asked(name, FieldType.DATE, true, null);
    }

    /** What must stand in the case, or nothing. */
    public Question requires() {
        return asked("form.requires", FieldType.CHOICE, false, null)
                .choices(Arrays.stream(Milestone.values())
                        .map(one -> new Choice(one.name(), say.word("milestone", one)))
                        .toList());
    }

    public Question number(String name, int known) {
        return asked(name, FieldType.INTEGER, true, Integer.toString(known)).bounds("1", "1000000");
    }

    /** Who signs, and in which capacity. */
    public Question signer(List<Block> blocks) {
        return asked(
                        "sign.signer",
                        FieldType.CHOICE,
                        true,
                        blocks.size() == 1 ? blocks.getFirst().key() : null)
                .choices(blocks.stream()
                        .map(one -> new Choice(one.key(), one.words()))
                        .toList());
    }

    /** Who signed in one of the places of a paper that several sign. */
    public Question signed(int index, String place) {
        String name = "sign.signed" + index;
        return Question.of(name, place, FieldType.TEXT, true, typed.get(name)).error(wrong.get(name));
    }

    public Question unsigned(int index, String place) {
        String name = "sign.unsigned" + index;
        String label = say.text("letter.field.unsigned") + ": " + place;
        return Question.of(name, label, FieldType.TEXT, false, typed.get(name)).error(wrong.get(name));
    }

    public Question as() {
        return asked("signer.as", FieldType.CHOICE, true, null)
                .choices(Arrays.stream(Signature.As.values())
                        .map(one -> new Choice(one.name(), say.word("letter.as", one)))
                        .toList());
    }

    /** Today, if nothing else was typed. */
    public Question today(String name) {
        return asked(name, FieldType.DATE, true, say.today().toString());
    }

    public Question maybeDay(String name) {
        return asked(name, FieldType.DATE, false, null);
    }

    public Question way() {
        return asked("send.way", FieldType.CHOICE, true, null)
                .choices(Arrays.stream(SendingWay.values())
                        .map(one -> new Choice(one.name(), say.word("letter.way", one)))
                        .toList());
    }

    private Question asked(String name, FieldType type, boolean required, @Nullable String known) {
        String label = label(name);
        String value = typed.containsKey(name) ? typed.get(name) : known;
        return Question.of(name, label, type, required, value).error(wrong.get(name));
    }

    /** A field of one form may be called otherwise than that of the same name in others. */
    private String label(String name) {
        String field = name.substring(name.indexOf('.') + 1);
        return say.or("letter.field." + name, say.or("letter.field." + field, field));
    }

    public List<Wrong> errors() {
        return wrong.entrySet().stream()
                .map(one -> {
                    String anchor = "q-" + one.getKey().replaceAll("[^A-Za-z0-9-]", "-");
                    return new Wrong(anchor, label(one.getKey()), one.getValue());
                })
                .toList();
    }
}
