package vn.caunoi.api.draft;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.api.upkeep.Upkeep;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Vault;

/**
 * Drafts of forms, one for each person and form, seen by nobody else. They are sealed with the key of their case, or of who
 * types where there is no case yet, and thrown away when the form is sent, by hand, or 30 days after they were last kept: 7
 * where there is no case.
 */
@Component
public class Drafts implements Upkeep {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration KEPT_WITHOUT_CASE = Duration.ofDays(7);
    private static final Duration TURN_KEPT = Duration.ofDays(1);
    private static final int MOST_OF_ONE = 200;
    private static final int MOST_CHARACTERS = 200_000;
    private static final int MOST_FIELDS = 200;
    /** What is sent with a form and was not typed. */
    private static final Set<String> NOT_TYPED = Set.of("_csrf", "keep", "pin", "onward", "back", "go", "more", "less");
    /** What stands in a form before anything is typed into it. */
    private static final Set<String> STANDS = Set.of("outcome", "seed", "channel");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Drafts(JdbcTemplate jdbc, Vault vault, Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.vault = vault;
        this.clock = clock;
    }

    /** What became of a draft. */
    public enum Kept {
        KEPT,
        /** Too large, or of a case that was erased. */
        NOT_KEPT,
        /** A later one is there, or the form was sent. */
        LATE
    }

    /** For a form that is shown now. */
    public long turn() {
        return jdbc.sql("select nextval('vault.form_turn')").query(Long.class).single();
    }

    /** @param turn null for one that was sent by hand, which is the last until now */
    @Transactional
    public Kept keep(OfficerId owner, Place place, Map<String, String> sent, @Nullable Turn turn) {
        Turn now = turn == null ? new Turn(turn(), 0) : turn;
        Map<String, String> typed = typed(sent);
        if (typed.isEmpty()) return write(owner, place, null, now) ? Kept.KEPT : Kept.LATE;
        byte[] clear = JSON.writeValueAsString(typed).getBytes(StandardCharsets.UTF_8);
        if (typed.size() > MOST_FIELDS || clear.length > MOST_CHARACTERS) return Kept.NOT_KEPT;
        byte[] sealed = vault.seal(key(owner, place), clear);
        if (sealed == null) return Kept.NOT_KEPT;
        if (!write(owner, place, sealed, now)) return Kept.LATE;
        onlySoMany(owner);
        return Kept.KEPT;
    }

    private static Map<String, String> typed(Map<String, String> sent) {
        Map<String, String> typed = new LinkedHashMap<>(sent);
        typed.keySet().removeAll(NOT_TYPED);
        boolean empty = typed.entrySet().stream()
                .filter(field -> !STANDS.contains(field.getKey()))
                .allMatch(field -> field.getValue().isBlank());
        return empty ? Map.of() : typed;
    }

    /** Whether nothing later was there. @param sealed null for nothing any more */
    private boolean write(OfficerId owner, Place place, byte @Nullable [] sealed, Turn turn) {
        return jdbc.sql("""
                                insert into vault.form_draft as before (owner, place, petition, typed, kept_at, turn, step)
                                values (:owner, :place, :petition, :typed, :at, :turn, :step)
                                on conflict (owner, place) do update
                                   set typed = excluded.typed, kept_at = excluded.kept_at, turn = excluded.turn, step = excluded.step
                                 where (before.turn, before.step) < (excluded.turn, excluded.step)""")
                        .param("owner", owner.value())
                        .param("place", place.form())
                        .param(
                                "petition",
                                place.petition() == null
                                        ? null
                                        : place.petition().value())
                        .param("typed", sealed)
                        .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .param("turn", turn.form())
                        .param("step", turn.step())
                        .update()
                == 1;
    }

    private void onlySoMany(OfficerId owner) {
        jdbc.sql("""
                        delete from vault.form_draft where (owner, place) in (
                            select owner, place from vault.form_draft where owner = :owner and typed is not null
                             order by kept_at desc, place offset :most)""").param("owner", owner.value()).param("most", MOST_OF_ONE).update();
    }

    /** Empty when there is none, or when its case was erased. */
    public Optional<Draft> find(OfficerId owner, Place place) {
        // no form is called so, and the database cannot look for it
        if (place.form().indexOf('\0') >= 0) return Optional.empty();
        return jdbc.sql("select typed, kept_at from vault.form_draft"
                        + " where owner = :owner and place = :place and typed is not null")
                .param("owner", owner.value())
                .param("place", place.form())
                .query((row, n) -> opened(owner, place, row))
                .optional()
                .flatMap(found -> found);
    }

    private Optional<Draft> opened(OfficerId owner, Place place, ResultSet row) throws SQLException {
        Instant keptAt = row.getObject("kept_at", OffsetDateTime.class).toInstant();
        return Optional.ofNullable(vault.open(key(owner, place), row.getBytes("typed")))
                .map(clear -> new Draft(read(clear), keptAt));
    }

    private static Map<String, String> read(byte[] clear) {
        return JSON.readValue(
                new String(clear, StandardCharsets.UTF_8), new TypeReference<LinkedHashMap<String, String>>() {});
    }

    /** All of somebody in one case, by their form, the last kept first. */
    public Map<String, Draft> of(OfficerId owner, PetitionId petition) {
        return all(owner, "petition = :of", petition.value());
    }

    /** All of somebody for petitions that are not handed in yet, by their form, the last kept first. */
    public Map<String, Draft> withoutCase(OfficerId owner) {
        return all(owner, "petition is null and place like :of", Place.HAND_IN + "%");
    }

    private Map<String, Draft> all(OfficerId owner, String condition, String of) {
        Map<String, Draft> all = new LinkedHashMap<>();
        jdbc.sql("select petition, place, typed, kept_at from vault.form_draft where owner = :owner and " + condition
                        + " and typed is not null order by kept_at desc, place")
                .param("owner", owner.value())
                .param("of", of)
                .query(row -> {
                    String petition = row.getString("petition");
                    Place place = new Place(petition == null ? null : new PetitionId(petition), row.getString("place"));
                    opened(owner, place, row).ifPresent(draft -> all.put(place.form(), draft));
                });
        return all;
    }

    /** What it was for is done. */
    public void forget(OfficerId owner, Place place) {
        jdbc.sql("delete from vault.form_draft where owner = :owner and place = :place")
                .param("owner", owner.value())
                .param("place", place.form())
                .update();
    }

    /** Its page sent it, or it is thrown away: what was typed before and comes later is late. */
    public void drop(OfficerId owner, Place place) {
        write(owner, place, null, Turn.last(turn()));
    }

    @Override
    public void tidy() {
        jdbc.sql("""
                        delete from vault.form_draft
                         where kept_at < :before or petition is null and kept_at < :week or typed is null and kept_at < :day""")
                .param("before", before(KEPT))
                .param("week", before(KEPT_WITHOUT_CASE))
                .param("day", before(TURN_KEPT))
                .update();
    }

    private OffsetDateTime before(Duration time) {
        return OffsetDateTime.ofInstant(clock.instant().minus(time), ZoneOffset.UTC);
    }

    private static KeyId key(OfficerId owner, Place place) {
        return place.petition() == null
                ? KeyId.drafts(owner.value())
                : KeyId.petition(place.petition().value());
    }

    /**
     * Which form.
     *
     * @param petition null for one that is not handed in yet
     * @param form what it is of, the same for everybody: {@code task:…}
     */
    public record Place(@Nullable PetitionId petition, String form) {

        static final String HAND_IN = "hand-in:";

        public static Place ofTask(PetitionId petition, String task) {
            return new Place(petition, "task:" + task);
        }

        /** @param action word of what is done with the case outside a task */
        public static Place ofAction(PetitionId petition, String action) {
            return new Place(petition, "do:" + petition.value() + ":" + action);
        }

        /** A letter that is not begun yet. @param replaces the letter before it; blank for none */
        public static Place ofLetter(PetitionId petition, String template, String replaces) {
            return new Place(petition, "letter:" + petition.value() + ":" + template + ":" + replaces);
        }

        /** Another draft of a letter. @param draft number of the one it is made from */
        public static Place ofRedraft(PetitionId petition, String letter, int draft) {
            return new Place(petition, "redraft:" + letter + ":" + draft);
        }

        /** @param seed of the form: several petitions may be written down at once */
        public static Place ofHandIn(String seed) {
            return new Place(null, HAND_IN + seed);
        }

        /** The seed of a petition that is not handed in yet. */
        public static String seedOf(String form) {
            return form.substring(HAND_IN.length());
        }
    }
}
