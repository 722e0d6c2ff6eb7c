package vn.caunoi.core.letter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.Kind;

/** The forms of letters, shipped and an authority's own, each in its editions. */
public final class LetterForms {

    private final List<LetterForm> editions;

    private LetterForms(List<LetterForm> editions) {
        this.editions = List.copyOf(editions);
    }

    /** The forms that the product ships. */
    public static LetterForms shipped() {
        try (InputStream forms = LetterForms.class.getResourceAsStream("/letters/forms.txt")) {
            return read(Objects.requireNonNull(forms, "letters/forms.txt is missing from the build"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException for forms that cannot be read, naming the form */
    public static LetterForms read(InputStream forms) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(forms, StandardCharsets.UTF_8));
        return new LetterForms(WrittenForm.all(reader.lines().toList()));
    }

    public static LetterForms of(List<LetterForm> editions) {
        return new LetterForms(editions);
    }

    /** The highest edition there is of a form; 0 for a form that is not known. */
    public int highest(String id) {
        return editions.stream()
                .filter(form -> form.id().equals(id))
                .mapToInt(LetterForm::edition)
                .max()
                .orElse(0);
    }

    /** These, and of the others what is not of the same id and edition. */
    public LetterForms completedBy(LetterForms others) {
        Stream<LetterForm> more = others.editions.stream()
                .filter(one -> edition(one.id(), one.edition()).isEmpty());
        return new LetterForms(Stream.concat(editions.stream(), more).toList());
    }

    /** Those in force on that day for a petition of that kind, by name. */
    public List<LetterForm> on(LocalDate day, @Nullable Kind kind) {
        List<LetterForm> forms = new ArrayList<>();
        editions.stream().map(LetterForm::id).distinct().forEach(id -> find(id, day)
                .filter(form -> form.isFor(kind))
                .ifPresent(forms::add));
        forms.sort(Comparator.comparing(LetterForm::name));
        return forms;
    }

    /** All that were ever in force, in the order they were written. */
    public List<LetterForm> all() {
        return editions;
    }

    /** The edition of that day. */
    public Optional<LetterForm> find(String id, LocalDate day) {
        return editions.stream()
                .filter(form -> form.id().equals(id) && !form.from().isAfter(day))
                .max(Comparator.comparing(LetterForm::from).thenComparing(LetterForm::edition));
    }

    public Optional<LetterForm> edition(String id, int edition) {
        return editions.stream()
                .filter(form -> form.id().equals(id) && form.edition() == edition)
                .findFirst();
    }
}
