package vn.caunoi.api.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.core.letter.LetterForm;
import vn.caunoi.core.letter.LetterForms;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.projections.letter.OwnForms;

/** The forms of letters: those published here, and the shipped ones. What another node published is seen in a second. */
@Component
public class FormsInForce {

    private static final long FRESH_NANOS = 1_000_000_000L;

    private record Read(LetterForms forms, long at) {}

    private final LetterForms shipped;
    private final OwnForms own;
    private final AtomicReference<@Nullable Read> last = new AtomicReference<>();

    FormsInForce(LetterForms shipped, OwnForms own) {
        this.shipped = shipped;
        this.own = own;
    }

    private LetterForms forms() {
        Read read = last.get();
        long now = System.nanoTime();
        if (read != null && now - read.at() < FRESH_NANOS) return read.forms();
        LetterForms forms = LetterForms.of(own.all()).completedBy(shipped);
        last.set(new Read(forms, now));
        return forms;
    }

    /** One was published: read again. */
    public void forget() {
        last.set(null);
    }

    public List<LetterForm> on(LocalDate day, @Nullable Kind kind) {
        return forms().on(day, kind);
    }

    public Optional<LetterForm> find(String id, LocalDate day) {
        return forms().find(id, day);
    }

    public Optional<LetterForm> edition(String id, int edition) {
        return forms().edition(id, edition);
    }

    public List<LetterForm> all() {
        return forms().all();
    }

    int highest(String id) {
        return forms().highest(id);
    }

    /** Whether it came with the product or the rules of the authority's folder, rather than being published here. */
    public boolean isShipped(LetterForm form) {
        return shipped.edition(form.id(), form.edition()).isPresent();
    }
}
