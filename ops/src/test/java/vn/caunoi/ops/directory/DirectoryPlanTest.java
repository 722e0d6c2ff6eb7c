package vn.caunoi.ops.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.directory.Directory;

class DirectoryPlanTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final String HEADER = "what,id,name,unit,roles,account\n";
    private static final Directory.Unit PROVINCE = new Directory.Unit(new UnitId("P"), null, "Tỉnh");
    private static final Directory.Officer LAN =
            new Directory.Officer(new OfficerId("lan"), new UnitId("P"), "Nguyễn Thị Lan", Set.of(Role.OFFICER));

    @Test
    void units_are_established_from_the_top_down_wherever_they_stand_in_the_file() {
        DirectoryPlan plan = plan("unit,A1,Tổ 1,A,,\nunit,A,Phường A,P,,\n");
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.units()).extracting(unit -> unit.id().value()).containsExactly("A", "A1");
        assertThat(DifferencesInWords.of(plan))
                .containsExactly("+ unit A \"Phường A\" under P", "+ unit A1 \"Tổ 1\" under A");
    }

    @Test
    void officers_are_new_changed_or_as_they_are() {
        DirectoryPlan plan = plan("""
                unit,A,Phường A,P,,
                officer,lan,Nguyễn Thị Lan,A,officer head,
                officer,minh,Trần Văn Minh,A,CLERK,yes
                """);
        assertThat(DifferencesInWords.of(plan))
                .containsExactly(
                        "+ unit A \"Phường A\" under P",
                        "+ officer minh \"Trần Văn Minh\" of A: clerk",
                        "~ officer lan: unit P → A, roles officer → head officer",
                        "+ account minh");
        DirectoryPlan same = plan("unit,P,Tỉnh,,,\nofficer,lan,Nguyễn Thị Lan,P,officer,yes\n");
        assertThat(same.same()).isEqualTo(2);
        assertThat(DifferencesInWords.of(same)).isEmpty();
    }

    @Test
    void every_wrong_line_is_told_with_its_number_and_why() {
        DirectoryPlan plan = plan("""
                unit,P,Tỉnh khác,,,
                unit,B,,P,,
                unit,C,Xã C,nowhere,,
                unit,X,Một,Y,,
                unit,Y,Hai,X,,
                village,V,Thôn,P,,
                officer,an,Lê An,P,mayor,
                officer,an,Lê An,P,officer,
                officer,be,Lê Bé,Z,officer,
                officer,ca,Lê Ca,P,,
                officer,da,Lê Da,P,officer,maybe
                """);
        assertThat(plan.problems())
                .extracting(one -> one.line() + " " + one.id() + " " + one.why())
                .contains(
                        "2 P the unit exists as \"Tỉnh\" at the top; to rename or move it, say from which day",
                        "3 B name is missing",
                        "4 C there is no unit nowhere",
                        "7 V what is \"village\", not unit or officer",
                        "8 an there is no role \"mayor\"",
                        "9 an is the same officer as line 8",
                        "10 be there is no unit Z",
                        "11 ca roles is missing",
                        "12 da account is yes, no or empty");
        assertThat(plan.problems()).anyMatch(one -> one.why().equals("the units above it lead back to it"));
    }

    @Test
    void a_file_that_is_none_is_refused_in_one_sentence(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> DirectoryFile.read(new StringReader("what,id,name\nunit,A,Phường A\n"), null))
                .hasMessage("The file lacks the columns account, roles, unit.");
        assertThatThrownBy(() -> DirectoryFile.read(folder.resolve("none.csv"), null))
                .hasMessageContaining("There is no file");
        Path latin = Files.write(
                folder.resolve("latin.csv"), (HEADER + "unit,A,Xã Đá,P,,\n").getBytes(StandardCharsets.UTF_16));
        assertThatThrownBy(() -> DirectoryFile.read(latin, null)).isInstanceOf(DirectoryFile.Unreadable.class);
    }

    private static DirectoryPlan plan(String lines) {
        return DirectoryPlan.of(
                DirectoryFile.read(new StringReader(HEADER + lines), null),
                List.of(PROVINCE),
                List.of(LAN),
                List.of(),
                officer -> officer.value().equals("lan"),
                TODAY);
    }

    @Test
    void what_is_dated_in_the_future_is_planned_for_its_day() {
        String header = "what,id,name,unit,roles,account,from,until\n";
        String lines = """
                unit,P,Tỉnh Mới,,,,2027-01-01,
                unit,A,Phường A,P,,,2027-01-01,
                unit,B,Phường B,P,,,,
                officer,lan,Nguyễn Thị Lan,A,head,,2027-01-01,2027-06-30
                """;
        DirectoryPlan plan = DirectoryPlan.of(
                DirectoryFile.read(new StringReader(header + lines), null),
                List.of(PROVINCE),
                List.of(LAN),
                List.of(),
                officer -> true,
                TODAY);
        assertThat(plan.problems()).isEmpty();
        assertThat(DifferencesInWords.of(plan))
                .containsExactly(
                        "+ unit B \"Phường B\" under P",
                        "> 2027-01-01 unit P is called \"Tỉnh Mới\"",
                        "> 2027-01-01 unit A \"Phường A\" under P",
                        "~ officer lan: unit P → A, roles officer → head from 2027-01-01 until 2027-06-30");
        var given = new Directory.Appointment(
                new OfficerId("lan"), new UnitId("A"), Set.of(Role.HEAD), TODAY.plusDays(9), null);
        DirectoryPlan again = DirectoryPlan.of(
                DirectoryFile.read(
                        new StringReader(HEADER + "unit,A,Phường A,P,,\nofficer,lan,Nguyễn Thị Lan,A,head,\n"),
                        TODAY.plusDays(9)),
                List.of(PROVINCE),
                List.of(LAN),
                List.of(given),
                officer -> true,
                TODAY);
        assertThat(again.changed()).isEmpty();
        assertThat(again.planned()).containsOnlyKeys(TODAY.plusDays(9));
    }
}
