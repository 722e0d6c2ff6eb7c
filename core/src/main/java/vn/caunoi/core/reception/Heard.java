package vn.caunoi.core.reception;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.vault.Sealed;

/**
 * Who came, and what they said.
 *
 * @param occurred when they were received, which may lie before it was recorded
 * @param visitors those who are named; of a crowd its representatives. The first is the one to answer to
 * @param people how many came
 * @param matter what it is by its content; null while that is not clear
 * @param settledBy the body that already settled the matter, and how
 * @param urgent pressing, as reported by the hotline
 */
public record Heard(
        Way way,
        Instant occurred,
        IdentityCheck identity,
        List<Person> visitors,
        int people,
        @Nullable Kind matter,
        Sealed subject,
        Sealed statement,
        @Nullable Sealed settledBy,
        List<Paper> papers,
        boolean urgent) {
    public Heard {
        visitors = List.copyOf(visitors);
        papers = List.copyOf(papers);
    }
}
