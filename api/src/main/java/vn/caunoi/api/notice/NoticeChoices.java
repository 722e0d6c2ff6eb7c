package vn.caunoi.api.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.Language;

/** How officers want to be told of their work: each for oneself, and at first not at all. */
@Component
public class NoticeChoices {

    private static final int LONGEST = 200;
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>,;\"]+@[^@\\s<>,;\"]+\\.[^@\\s<>,;\"]+");

    /** When somebody is told. */
    public enum How {
        AT_ONCE,
        /** All of a day in one mail in the morning. */
        DAILY,
        NONE
    }

    /**
     * @param email blank only while nothing is told
     * @param overview whether a mail comes each working morning about what is in the units they oversee
     */
    public record Choice(OfficerId officer, String email, How how, Language language, boolean overview) {}

    /**
     * Nothing checked yet.
     *
     * @param overview null leaves it as it is
     */
    public record Given(
            @Nullable String email,
            @Nullable String how,
            @Nullable String language,
            @Nullable Boolean overview) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    NoticeChoices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Choice of(OfficerId officer) {
        return find(officer).orElse(new Choice(officer, "", How.NONE, Language.VI, false));
    }

    private Optional<Choice> find(OfficerId officer) {
        return jdbc.sql("select * from vault.notice_choice where officer = ?")
                .param(officer.value())
                .query(NoticeChoices::choice)
                .optional();
    }

    /** Those of these officers who want to be told. */
    List<Choice> wanting(Collection<OfficerId> officers) {
        return jdbc.sql("select * from vault.notice_choice where how <> 'NONE' and officer = any(?)")
                .param(officers.stream().map(OfficerId::value).toArray(String[]::new))
                .query(NoticeChoices::choice)
                .list();
    }

    boolean anybodyWants() {
        return jdbc.sql("select exists (select from vault.notice_choice where how <> 'NONE')")
                .query(Boolean.class)
                .single();
    }

    public Choice choose(Given given, Actor by) {
        Input input = new Input();
        How how = input.choice("how", given.how(), How.class);
        if (given.how() == null || given.how().isBlank()) input.present("how", null);
        Language language = input.choice("language", given.language(), Language.class);
        String email = input.optional("email", given.email(), LONGEST);
        boolean overview =
                Objects.requireNonNullElse(given.overview(), of(by.id()).overview());
        if (Boolean.TRUE.equals(given.overview()) && !Overseers.mayOversee(by))
            input.wrong("overview", "not-an-option", "is for heads and inspectors");
        if (email == null && (how != How.NONE || overview)) input.wrong("email", "required", "is required");
        if (email != null && !ADDRESS.matcher(email).matches())
            input.wrong("email", "malformed", "is not an e-mail address");
        input.mustBeValid();
        Choice choice = new Choice(
                by.id(),
                Objects.requireNonNullElse(email, ""),
                Objects.requireNonNull(how),
                Objects.requireNonNullElse(language, Language.VI),
                overview);
        jdbc.sql("""
                        insert into vault.notice_choice as c (officer, email, how, language, overview_since)
                        values (:officer, :email, :how, :language, :since)
                        on conflict (officer) do update
                           set email = excluded.email, how = excluded.how, language = excluded.language,
                               overview_since = case when excluded.overview_since is null then null
                                                     else coalesce(c.overview_since, excluded.overview_since) end""")
                .param("officer", choice.officer().value())
                .param("email", choice.email())
                .param("how", choice.how().name())
                .param("language", choice.language().name())
                .param(
                        "since",
                        overview ? clock.instant().atOffset(ZoneOffset.UTC) : null,
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        return choice;
    }

    static Choice choice(ResultSet row, int number) throws SQLException {
        return new Choice(
                new OfficerId(row.getString("officer")),
                row.getString("email"),
                How.valueOf(row.getString("how")),
                Language.valueOf(row.getString("language")),
                row.getObject("overview_since") != null);
    }
}
