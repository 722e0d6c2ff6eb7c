package vn.caunoi.api.citizen;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.caunoi.api.security.Vouched;
import vn.caunoi.api.security.WaysIn;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.petition.CaseCommand.CountAsSigned;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.PlainText;
import vn.caunoi.projections.casefile.Part;

/** What takes the place of a signature on what is handed in online: the authority's rule, from its day on. */
@Component
public class OnlineSigning {

    public enum Rule {
        /** Whoever hands in is asked to come and sign. */
        INVITED,
        /** An account that an identity provider vouches for, in the name of who hands in, counts as a signature; else as invited. */
        VERIFIED_ACCOUNT,
        /** What is handed in online counts as signed. */
        NOT_NEEDED
    }

    /**
     * How one petition stands.
     *
     * @param counts whether it counts as signed
     * @param vouched name of who was vouched for; null where nobody was
     * @param provider that vouches, or may
     * @param source of the rule, in the authority's words
     */
    public record Standing(
            boolean counts,
            Rule rule,
            @Nullable String vouched,
            @Nullable String provider,
            @Nullable String source) {}

    private final Rule rule;
    private final LocalDate since;
    private final @Nullable String source;
    private final WaysIn.@Nullable Provider provider;
    private final Clock clock;

    /** @param since first day of the rule; before it everybody is invited to sign */
    OnlineSigning(
            @Value("${caunoi.online.signing:INVITED}") Rule rule,
            @Value("${caunoi.online.signing-since:}") String since,
            @Value("${caunoi.online.signing-source:}") String source,
            WaysIn ways,
            Clock clock) {
        this.rule = rule;
        this.since = since.isBlank() ? LocalDate.MIN : day(since.strip());
        this.source = source.isBlank() ? null : source.strip();
        this.provider = ways.ofCitizens();
        this.clock = clock;
        if (rule == Rule.VERIFIED_ACCOUNT && provider == null)
            throw new IllegalStateException(
                    "caunoi.online.signing is VERIFIED_ACCOUNT, but caunoi.online.provider names no"
                            + " registration of spring.security.oauth2.client");
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw new IllegalStateException("caunoi.online.signing-since is no day as 2026-11-18: " + text);
        }
    }

    /** The provider by which whoever writes may be vouched for today; null where it would change nothing. */
    public WaysIn.@Nullable Provider provider() {
        return today() == Rule.VERIFIED_ACCOUNT ? provider : null;
    }

    private Rule today() {
        return LocalDate.ofInstant(clock.instant(), BusinessClock.ZONE).isBefore(since) ? Rule.INVITED : rule;
    }

    /**
     * @param name and {@code idNumber} of who hands in, as typed: an account speaks for nobody else
     */
    public Standing standing(@Nullable Vouched vouched, @Nullable String name, @Nullable String idNumber) {
        Rule now = today();
        boolean counts =
                switch (now) {
                    case INVITED -> false;
                    case VERIFIED_ACCOUNT -> vouched != null && isThe(vouched, name, idNumber);
                    case NOT_NEEDED -> true;
                };
        return new Standing(
                counts,
                now,
                vouched == null ? null : vouched.name(),
                now == Rule.VERIFIED_ACCOUNT && provider != null ? provider.name() : null,
                source);
    }

    private static boolean isThe(Vouched vouched, @Nullable String name, @Nullable String idNumber) {
        if (name == null || !plain(name).equals(plain(vouched.name()))) return false;
        return idNumber == null || vouched.idNumber() == null || idNumber.equals(vouched.idNumber());
    }

    private static String plain(String name) {
        return PlainText.of(name).strip().replaceAll("\\s+", " ");
    }

    /** How one stands that was handed in before, whatever the rule was then. */
    Standing recorded(Part.@Nullable Signed signed) {
        Rule now = today();
        if (signed == null) return standing(null, null, null).counts() ? invited() : standing(null, null, null);
        return new Standing(
                true, signed.provider() == null ? Rule.NOT_NEEDED : now, null, signed.provider(), signed.source());
    }

    private static Standing invited() {
        return new Standing(false, Rule.INVITED, null, null, null);
    }

    static CountAsSigned order(PetitionId petition, Standing standing) {
        boolean byAccount = standing.rule() == Rule.VERIFIED_ACCOUNT;
        return new CountAsSigned(
                petition, byAccount ? Objects.requireNonNull(standing.provider()) : null, standing.source());
    }
}
