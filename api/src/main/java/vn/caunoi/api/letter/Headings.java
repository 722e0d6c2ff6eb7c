package vn.caunoi.api.letter;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.letter.Heading;
import vn.caunoi.core.letter.HeadingSet;
import vn.caunoi.core.letter.SetHeading;
import vn.caunoi.projections.directory.Directory;

/** How the letters of a unit are headed: as its head has set it, else by the names of the directory. */
@Component
class Headings {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final String COMMITTEE = "ỦY BAN NHÂN DÂN ";

    private final Streams streams;
    private final Directory directory;

    Headings(Streams streams, Directory directory) {
        this.streams = streams;
        this.directory = directory;
    }

    Heading of(UnitId unit) {
        return streams.of(SetHeading.stream(unit))
                .map(recorded -> ((HeadingSet) recorded.payload()).heading())
                .reduce((before, last) -> last)
                .orElseGet(() -> byDirectory(unit));
    }

    private Heading byDirectory(UnitId unit) {
        String name = name(unit);
        UnitId parent = directory.unit(unit).map(Directory.Unit::parent).orElse(null);
        return new Heading(
                parent == null ? null : committee(name(parent)), committee(name), "UBND", name, null, "CHỦ TỊCH");
    }

    private String name(@Nullable UnitId unit) {
        if (unit == null) return "";
        return directory.unit(unit).map(Directory.Unit::name).orElse(unit.value());
    }

    private static String committee(String name) {
        String upper = name.toUpperCase(VIETNAMESE);
        return upper.startsWith("UBND") || upper.startsWith("ỦY BAN") || upper.startsWith("UỶ BAN")
                ? upper
                : COMMITTEE + upper;
    }
}
