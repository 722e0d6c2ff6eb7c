package vn.caunoi.processes.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.caunoi.core.ladder.Ladder;
import vn.caunoi.core.ladder.Occasion;
import vn.caunoi.core.ladder.Rung;
import vn.caunoi.core.ladder.RungQuestion;
import vn.caunoi.core.ladder.Told;
import vn.caunoi.core.petition.Kind;

class DmnLadderTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-18");
    private static final DmnLadder LADDER = DmnLadder.shipped();

    @ParameterizedTest(name = "{0} {1} {2}: {4} after {3} working days")
    @CsvSource({
        "COMPLAINT,    APPROACHING, 0, 2, OFFICER,    E01",
        "COMPLAINT,    NOT_TAKEN,   1, 3, HEAD,       E11",
        "DENUNCIATION, NOT_TAKEN,   1, 2, HEAD,       E12",
        "FEEDBACK,     NOT_TAKEN,   2, 3, UNIT_ABOVE, E13",
        "DENUNCIATION, NOT_TAKEN,   2, 2, UNIT_ABOVE, E14",
        "PROPOSAL,     MISSED,      1, 0, HEAD,       E21",
        "COMPLAINT,    UNATTENDED,  2, 5, UNIT_ABOVE, E31",
        "DENUNCIATION, UNATTENDED,  2, 3, UNIT_ABOVE, E32",
        "COMPLAINT,    UNATTENDED,  3, 5, TOP,        E33",
        "DENUNCIATION, UNATTENDED,  3, 3, TOP,        E34"
    })
    void each_rung_by_kind(Kind kind, Occasion occasion, int level, int days, Told to, String row) {
        Rung rung = asked(LADDER, kind, occasion, level).orElseThrow();
        assertThat(rung.row()).isEqualTo(row);
        assertThat(rung.workingDays()).isEqualTo(days);
        assertThat(rung.to()).isEqualTo(to);
        assertThat(rung.version()).isEqualTo(LADDER.version()).startsWith("escalation@");
        assertThat(rung.confidence()).isIn("X", "M?");
    }

    @Test
    void what_is_not_classified_yet_rises_as_well_and_every_ladder_ends() {
        assertThat(asked(LADDER, null, Occasion.NOT_TAKEN, 1)).isPresent();
        assertThat(asked(LADDER, null, Occasion.MISSED, 1)).isPresent();
        for (Kind kind : Kind.values()) {
            assertThat(asked(LADDER, kind, Occasion.NOT_TAKEN, 3)).isEmpty();
            assertThat(asked(LADDER, kind, Occasion.MISSED, 2)).isEmpty();
            assertThat(asked(LADDER, kind, Occasion.UNATTENDED, 4)).isEmpty();
        }
    }

    @Test
    void an_authority_s_own_ladder_stands_in_place_of_the_shipped_one_from_its_day(@TempDir Path folder)
            throws IOException {
        Files.writeString(
                folder.resolve("escalation.dmn"),
                shipped()
                        .replace(
                                "<inputEntry id=\"E21_validFrom\"><text>-</text>",
                                "<inputEntry id=\"E21_validFrom\"><text>&gt;= date(\"2026-12-01\")</text>")
                        .replace("<text>\"OFFICER\"</text>", "<text>\"HEAD\"</text>"));
        DmnLadder own = DmnLadder.from(folder);
        assertThat(asked(own, Kind.COMPLAINT, Occasion.APPROACHING, 0)
                        .orElseThrow()
                        .to())
                .isEqualTo(Told.HEAD);
        assertThat(asked(own, Kind.COMPLAINT, Occasion.MISSED, 1)).isEmpty();
        var later = new RungQuestion("COMPLAINT", "settle_1", Occasion.MISSED, 1, LocalDate.parse("2026-12-01"));
        assertThat(own.rung(later)).get().extracting(Rung::validFrom).isEqualTo(LocalDate.parse("2026-12-01"));
        assertThat(own.rows()).hasSize(10).allMatch(DmnRules.Row::own);
        assertThat(LADDER.rows()).noneMatch(DmnRules.Row::own);
    }

    @Test
    void a_rung_that_tells_nobody_known_or_lies_back_in_time_is_refused_when_it_is_asked(@TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("escalation.dmn");
        Files.writeString(file, shipped().replace("\"OFFICER\"", "\"MAYOR\""));
        assertThatThrownBy(() -> asked(DmnLadder.from(folder), Kind.COMPLAINT, Occasion.APPROACHING, 0))
                .isInstanceOf(BrokenTable.class)
                .hasMessageContaining("E01");
        Files.writeString(file, shipped().replace("<text>\"E31\"</text>", "<text>\"E99\"</text>"));
        assertThatThrownBy(() -> DmnLadder.from(folder)).isInstanceOf(BrokenTable.class);
    }

    private static Optional<Rung> asked(Ladder ladder, @Nullable Kind kind, Occasion occasion, int level) {
        return ladder.rung(new RungQuestion(kind == null ? null : kind.name(), "settle_1", occasion, level, TODAY));
    }

    private static String shipped() throws IOException {
        try (var table = Objects.requireNonNull(DmnLadderTest.class.getResourceAsStream("/models/escalation.dmn"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
