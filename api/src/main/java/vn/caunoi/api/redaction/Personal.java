package vn.caunoi.api.redaction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.Part;

/** What of a text may tell who somebody is: those known from the case, and what looks like a name, a number or an address. */
public final class Personal {

    /** Why it is proposed. */
    public enum Why {
        PETITIONER,
        PARTICIPANT,
        ID_NUMBER,
        PHONE,
        EMAIL,
        PERSON,
        ADDRESS
    }

    public record Found(String words, Why why) {}

    private static final String NAME = "\\p{Lu}\\p{L}*(?:[ \\u00a0]\\p{Lu}\\p{L}*){0,4}";
    private static final String APART = "(?<![\\p{L}\\p{N}])";

    private static final Map<Why, List<Pattern>> LOOKS = looks();

    private final String text;
    private final Map<String, Why> found = new LinkedHashMap<>();

    private Personal(String text) {
        this.text = text;
    }

    private static Map<Why, List<Pattern>> looks() {
        Map<Why, List<Pattern>> looks = new LinkedHashMap<>();
        looks.put(Why.EMAIL, List.of(Pattern.compile(APART + "([\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)")));
        looks.put(
                Why.PHONE,
                List.of(Pattern.compile("(?<![\\p{L}\\d.])((?:\\+84|0)[ .-]?\\d(?:[ .-]?\\d){7,9})(?!\\d)")));
        looks.put(Why.ID_NUMBER, List.of(Pattern.compile("(?<![\\p{L}\\d])(\\d{12}|\\d{9})(?!\\d)")));
        looks.put(
                Why.PERSON,
                List.of(Pattern.compile(
                        APART + "(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ụ|[Cc]háu|[Ee]m)[ \\u00a0](" + NAME + ")")));
        looks.put(
                Why.ADDRESS,
                List.of(
                        Pattern.compile(APART
                                + "((?:[Ss]ố nhà|[Nn]hà số|[Nn]gõ|[Nn]gách|[Hh]ẻm)[ \\u00a0][\\p{L}\\d/-]*\\d[\\p{L}\\d/-]*"
                                + "(?:,?[ \\u00a0](?:đường|phố|ngõ|ngách|hẻm)[ \\u00a0](?:" + NAME + "|\\d[\\d/]*))*)"),
                        Pattern.compile(APART
                                + "((?:[Tt]hôn|[Xx]óm|[Ấấ]p|[Bb]ản|[Tt]ổ dân phố|[Kk]hu phố)[ \\u00a0](?:số[ \\u00a0])?(?:"
                                + NAME + "|\\d+))"),
                        Pattern.compile(APART + "([Tt]hửa(?: đất)?(?: số)? \\d+(?:, tờ bản đồ(?: số)? \\d+)?)")));
        return looks;
    }

    /** In the order in which they are to be looked at: first those that are certain. */
    public static List<Found> in(String text, CaseFile file) {
        Personal personal = new Personal(text);
        file.petitioners().forEach(personal::known);
        Part.Dialogue dialogue = file.dialogue();
        if (dialogue != null) dialogue.participants().forEach(one -> personal.known(one.name(), Why.PARTICIPANT));
        LOOKS.forEach((why, patterns) -> patterns.forEach(pattern -> personal.looking(pattern, why)));
        List<Found> all = new ArrayList<>();
        personal.found.forEach((words, why) -> all.add(new Found(words, why)));
        return all;
    }

    private void known(Part.Petitioner one) {
        known(one.fullName(), Why.PETITIONER);
        known(one.address(), Why.ADDRESS);
        known(one.phone(), Why.PHONE);
        known(one.email(), Why.EMAIL);
        known(one.idNumber(), Why.ID_NUMBER);
    }

    private void known(@Nullable String words, Why why) {
        if (words == null || words.isBlank()) return;
        if (new Blackening(text, List.of(words)).isAnythingBlack()) found.putIfAbsent(words.strip(), why);
    }

    private void looking(Pattern pattern, Why why) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String words = matcher.group(1).strip();
            boolean covered = new Blackening(words, found.keySet()).readable().equals(Blackening.BLACK);
            if (!covered) found.putIfAbsent(words, why);
        }
    }
}
