package vn.caunoi.api.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.caunoi.api.moving.MovingFolder;
import vn.caunoi.api.moving.MovingRefused;
import vn.caunoi.api.moving.ProblemWords;
import vn.caunoi.api.national.NationalColumns;
import vn.caunoi.api.national.NationalDesk;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.national.National;
import vn.caunoi.projections.national.NationalState;

/** Petitions and the national database: what was sent, what it took, what it refused and why. */
@Controller
class NationalPages {

    private static final int ROWS = 50;

    private final National national;
    private final NationalDesk desk;
    private final NationalColumns columns;
    private final MovingFolder folder;
    private final ProblemWords words;
    private final CurrentActor current;
    private final Names names;

    NationalPages(
            National national,
            NationalDesk desk,
            NationalColumns columns,
            MovingFolder folder,
            ProblemWords words,
            CurrentActor current,
            Names names) {
        this.national = national;
        this.desk = desk;
        this.columns = columns;
        this.folder = folder;
        this.words = words;
        this.current = current;
        this.names = names;
    }

    /** What the list is asked for; all in the address. */
    record Asked(
            @Nullable String state,
            @Nullable String unit,
            @Nullable String kind,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to) {

        National.Filter filter() {
            String of = Lists.text("unit", unit);
            return new National.Filter(
                    one(NationalState.values(), state),
                    of == null ? null : new UnitId(of),
                    one(Kind.values(), kind),
                    from,
                    to);
        }

        private static <E extends Enum<E>> @Nullable E one(E[] values, @Nullable String word) {
            return Arrays.stream(values)
                    .filter(one -> one.name().equals(word))
                    .findFirst()
                    .orElse(null);
        }

        String address(@Nullable String cursor) {
            var address = UriComponentsBuilder.fromPath("/national");
            if (state != null) address.queryParam("state", state);
            if (unit != null) address.queryParam("unit", unit);
            if (kind != null) address.queryParam("kind", kind);
            if (from != null) address.queryParam("from", from);
            if (to != null) address.queryParam("to", to);
            if (cursor != null) address.queryParam("cursor", cursor);
            return address.encode().toUriString();
        }
    }

    @GetMapping("/national")
    String list(
            @ModelAttribute("asked") Asked asked,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        fill(asked, cursor, model);
        return "national";
    }

    private void fill(Asked asked, @Nullable String cursor, Model model) {
        Actor actor = current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR);
        Visibility sight = Visibility.of(actor);
        National.Filter filter = asked.filter();
        var page = national.list(filter, sight, Lists.cursor(cursor), ROWS);
        model.addAttribute("page", page)
                .addAttribute("count", national.count(filter, sight))
                .addAttribute("states", NationalState.values())
                .addAttribute("kinds", Kind.values())
                .addAttribute("units", actor.is(Role.INSPECTOR) ? names.units() : names.units(actor.covers()))
                .addAttribute("works", actor.is(Role.CLERK) || actor.is(Role.OFFICER) || actor.is(Role.HEAD))
                .addAttribute("columns", columns)
                .addAttribute("next", page.next() == null ? null : asked.address(page.next()))
                .addAttribute("first", cursor == null ? null : asked.address(null));
    }

    @PostMapping("/national/batches")
    ModelAndView send(@ModelAttribute("asked") Asked asked, RedirectAttributes next) {
        NationalDesk.Sent sent = desk.send(asked.filter(), current.get());
        next.addFlashAttribute("sent", sent);
        return Pages.seeOther(asked.address(null));
    }

    @PostMapping("/national/answers")
    ModelAndView take(@RequestParam(required = false) @Nullable MultipartFile file, RedirectAttributes next)
            throws IOException {
        Actor actor = current.get();
        Path arrived;
        try (InputStream content = file == null ? InputStream.nullInputStream() : file.getInputStream()) {
            arrived = folder.kept(content);
        }
        try {
            String name = file == null ? "?" : Objects.requireNonNullElse(file.getOriginalFilename(), "?");
            NationalDesk.Taken taken = desk.take(arrived, name, actor);
            next.addFlashAttribute("taken", taken);
            next.addFlashAttribute("problems", told(taken));
            return Pages.seeOther("/national");
        } catch (MovingRefused refused) {
            Model model = new ExtendedModelMap();
            Asked all = new Asked(null, null, null, null, null);
            fill(all, null, model);
            model.addAttribute("asked", all).addAttribute("refused", words.of(refused, Words.locale()));
            return new ModelAndView("national", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        } finally {
            Files.delete(arrived);
        }
    }

    private List<String> told(NationalDesk.Taken taken) {
        return taken.problems().stream()
                .limit(ROWS)
                .map(one -> words.line(one, Words.locale()))
                .toList();
    }
}
