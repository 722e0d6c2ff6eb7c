package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesWithinTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "/\\evil.example",
                "https://evil.example",
                "",
                "/a{b}"
            })
    void what_could_lead_elsewhere_leads_home(String path) {
        assertThat(Pages.within(path)).isEqualTo("/");
    }

    @Test
    void a_path_of_this_site_is_kept() {
        assertThat(Pages.within("/cases?q=%C4%91%C6%A1n&unit=A")).isEqualTo("/cases?q=%C4%91%C6%A1n&unit=A");
    }
}
