package vn.caunoi.projections.casefile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.projections.PlainText;
import vn.caunoi.projections.casefile.Part.Petitioner;

/** What a case is found by: its code, subject and petitioners, in small letters without marks. */
final class Words {
    private static final Pattern NOT_IN_CODES = Pattern.compile("[^A-Za-z0-9]");

    private Words() {}

    /** The code as looked up, however it is written down. */
    static String codeKey(String code) {
        return NOT_IN_CODES.matcher(code).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** Names are left out when the petitioner asked to keep them confidential; a denunciation has its code only. */
    static String of(CaseFile file) {
        Stream<String> codes = Stream.of(file.code(), codeKey(file.code()));
        if (file.kind() == Kind.DENUNCIATION) return joined(codes);
        Stream<String> subject = Stream.ofNullable(file.subject());
        Stream<String> names = file.confidential()
                ? Stream.empty()
                : file.petitioners().stream().map(Petitioner::fullName);
        return joined(Stream.of(codes, subject, names).flatMap(part -> part));
    }

    private static String joined(Stream<String> parts) {
        return PlainText.of(parts.filter(part -> !part.equals(Sealed.ERASED)).collect(Collectors.joining(" ")));
    }

    /** A pattern for each word that was typed; all must be found. */
    static List<String> patterns(String typed) {
        return Arrays.stream(PlainText.of(typed).trim().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word ->
                        "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .toList();
    }
}
