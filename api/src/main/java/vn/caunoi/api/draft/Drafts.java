package vn.caunoi.api.draft;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * Drafts of forms, one for each person and form, seen by nobody else. They are sealed with the key of their case and thrown away
 * when the form is sent, by hand, or 30 days after they were last kept.
 */
@Component
public class Drafts implements Upkeep {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int MOST_OF_ONE = 200;
    private static final int MOST_CHARACTERS = 200_000;
    private static final int MOST_FIELDS = 200;
    /** What is sent with a form and was not typed. */
    private static final Set<String> NOT_TYPED = Set.of("_csrf", "keep", "pin", "onward");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Drafts(JdbcTemplate jdbc, Vault vault, Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.vault = vault;
        this.clock = clock;
    }

    /** Whether it was kept: not what is too large, and nothing of a case that was erased. */
    @Transactional
    public boolean keep(OfficerId owner, Place place, Map<String, String> sent) {
        Map<String, String> typed = typed(sent);
        if (typed.isEmpty()) {
            drop(owner, place);
            return true;
        }
        byte[] clear = JSON.writeValueAsString(typed).getBytes(StandardCharsets.UTF_8);
        if (typed.size() > MOST_FIELDS || clear.length > MOST_CHARACTERS) return false;
        byte[] sealed = vault.seal(key(place), clear);
        if (sealed == null) return false;
        write(owner, place, sealed);
        onlySoMany(owner);
        return true;
    }

    private static Map<String, String> typed(Map<String, String> sent) {
        Map<String, String> typed = new LinkedHashMap<>(sent);
        typed.keySet().removeAll(NOT_TYPED);
        boolean empty = typed.entrySet().stream()
                .filter(field -> !field.getKey().equals("outcome"))
                .allMatch(field -> field.getValue().isBlank());
        return empty ? Map.of() : typed;
    }

    private void write(OfficerId owner, Place place, byte[] sealed) {
        jdbc.sql("""
                        insert into vault.form_draft (owner, place, petition, typed, kept_at)
                        values (:owner, :place, :petition, :typed, :at)
                        on conflict (owner, place) do update set typed = excluded.typed, kept_at = excluded.kept_at""")
                .param("owner", owner.value())
                .param("place", place.form())
                .param("petition", place.petition().value())
                .param("typed", sealed)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    private void onlySoMany(OfficerId owner) {
        jdbc.sql("""
                        delete from vault.form_draft where (owner, place) in (
                            select owner, place from vault.form_draft where owner = :owner
                             order by kept_at desc, place offset :most)""").param("owner", owner.value()).param("most", MOST_OF_ONE).update();
    }

    /** Empty when there is none, or when its case was erased. */
    public Optional<Draft> find(OfficerId owner, Place place) {
        return jdbc.sql("select typed, kept_at from vault.form_draft where owner = :owner and place = :place")
                .param("owner", owner.value())
                .param("place", place.form())
                .query((row, n) -> opened(
                        place,
                        row.getBytes("typed"),
                        row.getObject("kept_at", OffsetDateTime.class).toInstant()))
                .optional()
                .flatMap(found -> found);
    }

    private Optional<Draft> opened(Place place, byte[] sealed, Instant keptAt) {
        return Optional.ofNullable(vault.open(key(place), sealed)).map(clear -> new Draft(read(clear), keptAt));
    }

    private static Map<String, String> read(byte[] clear) {
        return JSON.readValue(
                new String(clear, StandardCharsets.UTF_8), new TypeReference<LinkedHashMap<String, String>>() {});
    }

    /** All of somebody in one case, by their form, the last kept first. */
    public Map<String, Draft> of(OfficerId owner, PetitionId petition) {
        Map<String, Draft> all = new LinkedHashMap<>();
        jdbc.sql("select place, typed, kept_at from vault.form_draft where owner = :owner and petition = :petition"
                        + " order by kept_at desc")
                .param("owner", owner.value())
                .param("petition", petition.value())
                .query(row -> {
                    Place place = new Place(petition, row.getString("place"));
                    opened(
                                    place,
                                    row.getBytes("typed"),
                                    row.getObject("kept_at", OffsetDateTime.class)
                                            .toInstant())
                            .ifPresent(draft -> all.put(place.form(), draft));
                });
        return all;
    }

    public void drop(OfficerId owner, Place place) {
        jdbc.sql("delete from vault.form_draft where owner = :owner and place = :place")
                .param("owner", owner.value())
                .param("place", place.form())
                .update();
    }

    @Override
    public void tidy() {
        jdbc.sql("delete from vault.form_draft where kept_at < :before")
                .param("before", OffsetDateTime.ofInstant(clock.instant().minus(KEPT), ZoneOffset.UTC))
                .update();
    }

    private static KeyId key(Place place) {
        return KeyId.petition(place.petition().value());
    }

    /**
     * Which form.
     *
     * @param form what it is of, the same for everybody: {@code task:…}
     */
    public record Place(PetitionId petition, String form) {

        public static Place ofTask(PetitionId petition, String task) {
            return new Place(petition, "task:" + task);
        }

        /** @param action word of what is done with the case outside a task */
        public static Place ofAction(PetitionId petition, String action) {
            return new Place(petition, "do:" + petition.value() + ":" + action);
        }
    }
}
