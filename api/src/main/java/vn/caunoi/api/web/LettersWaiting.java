package vn.caunoi.api.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.LetterState;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.letter.Letters;

/** Letters that wait for the reader, told on the page where everybody begins the day. */
@Component("lettersWaiting")
class LettersWaiting {

    /** @param state where they stand: to be signed by a head, to be numbered by a clerk */
    record Some(LetterState state, long many) {}

    private final Letters letters;
    private final CurrentActor current;

    LettersWaiting(Letters letters, CurrentActor current) {
        this.letters = letters;
        this.current = current;
    }

    /** Null for whom none wait. */
    public @Nullable Some some() {
        return current.find()
                .flatMap(LettersWaiting::waited)
                .map(state -> new Some(state, letters.count(state, Visibility.of(current.get()))))
                .filter(some -> some.many() > 0)
                .orElse(null);
    }

    private static Optional<LetterState> waited(Actor actor) {
        if (actor.is(Role.HEAD)) return Optional.of(LetterState.SUBMITTED);
        return actor.is(Role.CLERK) ? Optional.of(LetterState.SIGNED) : Optional.empty();
    }
}
