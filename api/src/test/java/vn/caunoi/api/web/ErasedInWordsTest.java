package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;
import vn.caunoi.core.vault.Sealed;

class ErasedInWordsTest {

    private final SpringTemplateEngine pages = new SpringTemplateEngine();

    ErasedInWordsTest() {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasename("web");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        pages.setTemplateEngineMessageSource(words);
        pages.setTemplateResolver(new StringTemplateResolver());
        pages.addDialect(new ErasedInWords());
    }

    @Test
    void what_was_erased_is_told_in_the_readers_language() {
        assertThat(page(Locale.forLanguageTag("vi"), Sealed.ERASED)).isEqualTo("<p>(đã xóa)</p>");
        assertThat(page(Locale.ENGLISH, "Ghi chú: " + Sealed.ERASED)).isEqualTo("<p>Ghi chú: (erased)</p>");
    }

    @Test
    void other_text_is_left_as_it_is() {
        assertThat(page(Locale.ENGLISH, "<b>[x]</b>")).isEqualTo("<p>&lt;b&gt;[x]&lt;/b&gt;</p>");
    }

    private String page(Locale locale, String text) {
        return pages.process("<p th:text=\"${text}\"></p>", new Context(locale, Map.of("text", text)));
    }
}
