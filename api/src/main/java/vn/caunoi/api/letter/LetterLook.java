package vn.caunoi.api.letter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.caunoi.api.officer.VisibleCases;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reading.ReadingLog;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.letter.Letter;
import vn.caunoi.projections.letter.Letters;

/**
 * Letters for those who may read them: whoever reads the matter of the case. A letter of a denunciation is for its
 * handlers, and one of a confidential petition names whom only those see who see identities.
 */
@Component
public class LetterLook {

    private final VisibleCases cases;
    private final Letters letters;
    private final ReadingLog readings;

    LetterLook(VisibleCases cases, Letters letters, ReadingLog readings) {
        this.cases = cases;
        this.letters = letters;
        this.readings = readings;
    }

    /** A case whose letters the actor may read. */
    CaseFile file(String id, Actor actor) {
        CaseFile file = cases.find(id, actor);
        if (!mayRead(file, actor)) throw new NotFound();
        return file;
    }

    public static boolean mayRead(CaseFile file, Actor actor) {
        boolean sealed = file.kind() == Kind.DENUNCIATION && !file.isHandledBy(actor);
        boolean unnamed = file.confidential() && !Visibility.of(actor).identities();
        return !sealed && !unnamed;
    }

    /** The first drafted first; none for whoever may not read them. */
    public List<Letter> of(CaseFile file, Actor actor) {
        return mayRead(file, actor) ? letters.of(file.id()) : List.of();
    }

    /** The same as they were known by a moment. @param now the case as it stands, which says who may read them */
    public List<Letter> asOf(CaseFile now, Actor actor, Instant moment) {
        return mayRead(now, actor) ? letters.asOf(now.id(), moment) : List.of();
    }

    Letter find(CaseFile file, String letter) {
        return in(file, letter).orElseThrow(NotFound::new);
    }

    /** One that is looked at: the look is written down. */
    public Letter read(String petition, String letter, Actor actor) {
        CaseFile file = file(petition, actor);
        Letter found = find(file, letter);
        readings.note(file.id(), actor, Reading.What.ATTACHMENT, null);
        return found;
    }

    private Optional<Letter> in(CaseFile file, String letter) {
        return letters.of(file.id()).stream()
                .filter(one -> one.id().value().equals(letter))
                .findFirst();
    }
}
