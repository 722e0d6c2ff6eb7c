package vn.caunoi.api.web;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.springframework.format.AnnotationFormatterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.Parser;
import org.springframework.format.Printer;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.caunoi.api.page.Asked;

/** Days in the addresses of pages are ISO days of the years 1 to 9999; the database has no others to compare with. */
@Component
class DaysInAddresses implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addFormatterForFieldAnnotation(new Days());
    }

    private static final class Days implements AnnotationFormatterFactory<DateTimeFormat> {
        @Override
        public Set<Class<?>> getFieldTypes() {
            return Set.of(LocalDate.class);
        }

        @Override
        public Printer<?> getPrinter(DateTimeFormat annotation, Class<?> type) {
            return (Printer<LocalDate>) (day, locale) -> day.toString();
        }

        @Override
        public Parser<?> getParser(DateTimeFormat annotation, Class<?> type) {
            return (Parser<LocalDate>) Days::parse;
        }

        private static LocalDate parse(String text, Locale locale) {
            LocalDate day = LocalDate.parse(text.strip());
            if (!Asked.isUsual(day)) throw new IllegalArgumentException("of no usual year");
            return day;
        }
    }
}
