package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;

/** Surveys and targets, taken in by administrators from whatever is sent. */
class YardstickPagesTest extends RunningApi {

    private static final String AT = "/admin/yardsticks";

    @LocalServerPort
    private int port;

    @Test
    void a_table_is_taken_in_shown_and_taken_along_as_it_came() {
        PageVisitor admin = admin();
        PageVisitor.Seen taken = admin.upload(
                AT,
                AT,
                Map.of("file", "\uFEFFUnit,Year,Index,Asked,Target_index\nUnit B,2011,91.4,300,94.49\n"),
                Map.of());
        assertThat(taken.expect(200).text()).contains("Đã nhập bảng");
        assertThat(admin.get(AT + "?year=2011").expect(200).text())
                .contains("Unit B B 91,40 300 94,49")
                .doesNotContain("??");
        admin.upload(AT, AT, Map.of("file", "unit,year,target_rating\nB,2011,4.5\n"), Map.of())
                .expect(200);
        String sheet = new String(admin.file(AT + ".csv?year=2011"), StandardCharsets.UTF_8);
        assertThat(sheet)
                .contains("unit,year,index,asked,target_index,target_rating")
                .contains("B,2011,91.40,300,94.49,4.50");
        admin.upload(AT, AT, Map.of("file", sheet), Map.of()).expect(200);
        assertThat(new PageVisitor(port)
                        .as("inspector1")
                        .get("/audit/changes")
                        .expect(200)
                        .text())
                .contains("Ghi chỉ số khảo sát");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~                                                | không có dòng nào",
                "unit,year,index                                   | không có dòng nào",
                "unit,index\\nB,91                                 | thiếu cột này",
                "unit,year,index,index\\nB,2012,91,92              | cột này có hai lần",
                "unit,year,<script>alert(1)</script>\\nB,2012,91   | không biết cột này",
                "unit,year,index\\nB,2012,\"91                     | dấu ngoặc kép không khép",
                "unit,year,index\\nB,2012,=1+1                     | phải là số",
                "unit,year,index\\nB,2012,1e2                      | phải là số",
                "unit,year,index\\nB,2012,100.01                   | ngoài khoảng",
                "unit,year,index\\nB,2012,-1                       | phải là số",
                "unit,year,target_rating\\nB,2012,0                | ngoài khoảng",
                "unit,year,index\\nB,20122,91                      | phải là năm",
                "unit,year,index\\nNowhere,2012,91                 | không biết đơn vị này",
                "unit,year,index\\n,2012,91                        | phải có",
                "unit,year,index\\nB,2012,91\\nUnit B,2012,92      | đã có ở dòng trên",
                "unit,year,index,asked\\nB,2012,91,0               | phải là số nguyên",
                "unit,year,index,asked\\nB,2012,,5                 | chỉ ghi khi có index",
                "unit,year,index\\nB,2012,                         | không nói gì",
                "unit,year,index\\nB,2012,91\\u0000                | không phải văn bản",
                "unit,year,index\\nB,2012,91\\nB,2013,nothing      | phải là số",
            })
    void nothing_is_taken_of_a_table_in_which_anything_is_wrong(String table, String said) {
        String content = table.replace("\\n", "\n").replace("\\u0000", "\0");
        PageVisitor.Seen page = admin().upload(AT, AT, Map.of("file", content), Map.of());
        assertThat(page.expect(422).text()).contains(said).doesNotContain("??");
        assertThat(page.html()).doesNotContain("<script>alert");
        assertThat(admin().get(AT + "?year=2012").expect(200).text()).contains("Chưa có gì của năm này");
    }

    @Test
    void what_is_too_big_or_no_file_is_refused() {
        assertThat(admin().upload(AT, AT, Map.of("file", "unit,year,index\n" + "x".repeat(2_000_001)), Map.of())
                        .expect(422)
                        .text())
                .contains("lớn hơn 2 MB");
        assertThat(admin().upload(AT, AT, Map.of(), Map.of("other", "x"))
                        .expect(422)
                        .text())
                .contains("không có dòng nào");
        String many = "unit,year,index\n" + "B,2012,91\n".repeat(20_001);
        assertThat(admin().upload(AT, AT, Map.of("file", many), Map.of())
                        .expect(422)
                        .text())
                .contains("quá 20.000 dòng");
    }

    @Test
    void it_is_for_administrators() {
        new PageVisitor(port).as("head1").get(AT).expect(403);
        new PageVisitor(port).as("inspector1").get(AT + ".csv").expect(403);
    }

    private PageVisitor admin() {
        return new PageVisitor(port).as("admin1");
    }
}
