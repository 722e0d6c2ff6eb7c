package vn.caunoi.api.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
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

    /** @param email blank only while nothing is told */
    public record Choice(OfficerId officer, String email, How how, Language language) {}

    /** Nothing checked yet. */
    public record Given(
            @Nullable String email,
            @Nullable String how,
            @Nullable String language) {}

    private final JdbcClient jdbc;

    NoticeChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Choice of(OfficerId officer) {
        return find(officer).orElse(new Choice(officer, "", How.NONE, Language.VI));
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
        if (email == null && how != How.NONE) input.wrong("email", "required", "is required");
        if (email != null && !ADDRESS.matcher(email).matches())
            input.wrong("email", "malformed", "is not an e-mail address");
        input.mustBeValid();
        Choice choice = new Choice(
                by.id(),
                Objects.requireNonNullElse(email, ""),
                Objects.requireNonNull(how),
                Objects.requireNonNullElse(language, Language.VI));
        jdbc.sql("""
                        insert into vault.notice_choice values (?, ?, ?, ?)
                        on conflict (officer) do update
                           set email = excluded.email, how = excluded.how, language = excluded.language""")
                .params(
                        choice.officer().value(),
                        choice.email(),
                        choice.how().name(),
                        choice.language().name())
                .update();
        return choice;
    }

    private static Choice choice(ResultSet row, int number) throws SQLException {
        return new Choice(
                new OfficerId(row.getString("officer")),
                row.getString("email"),
                How.valueOf(row.getString("how")),
                Language.valueOf(row.getString("language")));
    }
}
