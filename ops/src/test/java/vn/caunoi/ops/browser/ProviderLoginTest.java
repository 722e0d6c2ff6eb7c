package vn.caunoi.ops.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.caunoi.ops.identity.IdentityProvider;
import vn.caunoi.ops.identity.Installation;

/** Signing in with an identity provider, as people see it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProviderLoginTest {

    private Installation installation;
    private Browsers browsers;

    @BeforeAll
    void start(@TempDir Path folder) {
        installation = Installation.start(folder, Map.of());
        assertThat(installation.provider().issuer()).isNotNull();
        browsers = new Browsers(installation.address());
    }

    @AfterAll
    void stop() {
        browsers.close();
        installation.close();
    }

    @Test
    void somebody_signs_in_with_the_provider_and_logs_out_at_both() {
        Page page = browsers.open(1280, 720);
        Worker lan = new Worker(page).visit("/login").picture("20-login-with-a-provider");
        signIn(page, "lan");
        page.waitForURL("**/inbox");
        assertThat(page.locator("header.top").innerText()).contains("lan");
        page.click("form[action='/logout'] button");
        page.waitForURL("**/login?left");
        assertThat(lan.text()).contains("Bạn đã đăng xuất.");
        page.click("text=Đăng nhập bằng VNeID");
        page.waitForURL(Pattern.compile("http://localhost:.*/login"));
        assertThat(browsers.complaints()).isEmpty();
        assertThat(browsers.foreign())
                .allMatch(asked ->
                        asked.startsWith(installation.provider().issuer().toString()));
    }

    @Test
    void somebody_without_an_account_is_told_so_in_both_languages() {
        Page page = browsers.open(390, 844);
        Worker stranger = new Worker(page).visit("/login");
        signIn(page, "stranger");
        page.waitForURL("**/login?unknown");
        assertThat(stranger.picture("21-no-account").text()).contains("không có tài khoản");
        assertThat(stranger.fitsItsWidth()).isTrue();
        page.click("button[name=to][value=en]");
        page.waitForURL("**/login?unknown");
        assertThat(stranger.text()).contains("no account of that name").contains("Sign in with VNeID");
    }

    private static void signIn(Page page, String person) {
        page.click("text=Đăng nhập bằng VNeID");
        page.waitForURL(Pattern.compile("http://localhost:.*/login"));
        page.fill("#username", person);
        page.fill("#password", IdentityProvider.PASSWORD);
        page.click("button[type=submit]");
    }
}
