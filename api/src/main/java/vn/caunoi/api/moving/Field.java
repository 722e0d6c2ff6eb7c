package vn.caunoi.api.moving;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a line of the file can tell of a petition; the words are the names in a mapping and the columns of an export. Values
 * of personal ones are never repeated in a list of errors.
 */
public enum Field {
    NUMBER("number", 100, false),
    RECEIVED("received", 60, false),
    KIND("kind", 200, false),
    CHANNEL("channel", 200, false),
    UNIT("unit", 200, false),
    STATUS("status", 200, false),
    SUBJECT("subject", 500, true),
    CONTENT("content", 20_000, true),
    DEMANDS("demands", 20_000, true),
    CATEGORY("category", 200, false),
    PLACE("place", 200, true),
    ANONYMOUS("anonymous", 20, false),
    CONFIDENTIAL("confidential", 20, false),
    PETITIONERS("petitioners", 20_000, true),
    ID_NUMBER("idNumber", 50, true),
    ADDRESS("address", 500, true),
    PHONE("phone", 50, true),
    EMAIL("email", 200, true),
    AGAINST("against", 500, true),
    ACCUSED("accused", 1_000, true),
    DECISION("decision", 500, true),
    DECISION_NUMBER("decisionNumber", 200, false),
    DECISION_DATE("decisionDate", 60, false),
    DECISION_ISSUER("decisionIssuer", 500, true),
    DECISION_KNOWN_ON("decisionKnownOn", 60, false),
    OFFICER("officer", 200, false),
    DUE("due", 60, false),
    ACCEPTED_ON("acceptedOn", 60, false),
    COMPLEX("complex", 20, false),
    REMOTE("remote", 20, false),
    RESULT("result", 200, false),
    RESULT_NUMBER("resultNumber", 200, false),
    RESULT_ON("resultOn", 60, false),
    CLOSED_ON("closedOn", 60, false),
    CLOSED_FOR("closedFor", 200, false),
    NOTE("note", 20_000, true),
    /** In an export: what it says is secret, and was left out or lies here in an envelope. */
    SEALED("sealed", 200_000, true);

    private final String word;
    private final int longest;
    private final boolean personal;

    Field(String word, int longest, boolean personal) {
        this.word = word;
        this.longest = longest;
        this.personal = personal;
    }

    public String word() {
        return word;
    }

    int longest() {
        return longest;
    }

    boolean isPersonal() {
        return personal;
    }

    public static Optional<Field> of(String word) {
        return Arrays.stream(values()).filter(field -> field.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Stream.of(values()).map(Field::word).toList();
    }
}
