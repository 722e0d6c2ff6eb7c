package vn.caunoi.api.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.letter.NumberBooks;
import vn.caunoi.projections.letter.NumberBooks.Gap;
import vn.caunoi.projections.likeness.HandedInAnew;

/** The flags of a case that show only beside other cases: missing numbers of letters, and the same handed in anew. */
@Component
class Beside {

    private final NumberBooks books;
    private final HandedInAnew anew;

    Beside(NumberBooks books, HandedInAnew anew) {
        this.books = books;
        this.anew = anew;
    }

    /** As a reader sees it; books are read once. */
    Seen by(Visibility sight) {
        Map<PetitionId, List<Gap>> gaps = new HashMap<>();
        for (Gap gap : books.gaps(sight))
            Stream.of(gap.before(), gap.after())
                    .filter(Objects::nonNull)
                    .map(NumberBooks.Beside::petition)
                    .distinct()
                    .forEach(one ->
                            gaps.computeIfAbsent(one, id -> new ArrayList<>()).add(gap));
        return new Seen(gaps, sight);
    }

    /** What one reader sees. */
    final class Seen {
        private final Map<PetitionId, List<Gap>> gaps;
        private final Visibility sight;

        private Seen(Map<PetitionId, List<Gap>> gaps, Visibility sight) {
            this.gaps = gaps;
            this.sight = sight;
        }

        List<RedFlag.Raised> flagsOf(PetitionId petition) {
            return Stream.concat(
                            gaps.getOrDefault(petition, List.of()).stream().map(gap -> skipped(gap, petition)),
                            anew.with(petition, sight).stream().map(Beside::handedInAnew))
                    .toList();
        }
    }

    private static RedFlag.Raised skipped(Gap gap, PetitionId petition) {
        String numbers = gap.from() == gap.to() ? String.valueOf(gap.from()) : gap.from() + "–" + gap.to();
        List<RedFlag.Other> others = Stream.of(gap.before(), gap.after())
                .filter(Objects::nonNull)
                .filter(one -> !one.petition().equals(petition))
                .map(one -> new RedFlag.Other(one.petition(), one.code()))
                .toList();
        return new RedFlag.Raised(
                RedFlag.NUMBERS_SKIPPED,
                gap.at(),
                "number-book.continued",
                List.of(
                        numbers,
                        gap.unit().value(),
                        String.valueOf(gap.year()),
                        Objects.requireNonNullElse(gap.by(), "")),
                others);
    }

    private static RedFlag.Raised handedInAnew(HandedInAnew.Pair pair) {
        return new RedFlag.Raised(
                RedFlag.HANDED_IN_ANEW,
                pair.received(),
                "petition.received",
                List.of(),
                List.of(new RedFlag.Other(pair.other(), pair.code())));
    }
}
