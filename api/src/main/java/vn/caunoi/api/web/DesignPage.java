package vn.caunoi.api.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every part that pages are made of, once, with when it is used: whoever builds a page looks here first. */
@Controller
class DesignPage {

    private static final ClassPathResource TOKENS = new ClassPathResource("static/assets/tokens.json");
    private static final List<Row> CHART =
            List.of(new Row("09/2026", 41, 38), new Row("10/2026", 52, 44), new Row("11/2026", 37, 49));

    /** A colour by its name in both themes. */
    record Colour(String name, String light, String dark) {}

    /** A row of the chart that is shown. */
    record Row(String month, int in, int out) {}

    private final List<Colour> colours;

    DesignPage(JsonMapper json) {
        try (InputStream in = TOKENS.getInputStream()) {
            colours = json.readValue(in, new TypeReference<List<Colour>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/design")
    String show(Model model) {
        model.addAttribute("colours", colours);
        model.addAttribute("chart", CHART);
        return "design";
    }
}
