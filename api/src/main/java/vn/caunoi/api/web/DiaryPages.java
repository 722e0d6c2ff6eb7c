package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.caunoi.api.diary.Diary;
import vn.caunoi.api.diary.DiaryFeeds;
import vn.caunoi.api.diary.FeedDesk;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;

/** What is arranged in a month, and the secret address under which other programs read it. */
@Controller
class DiaryPages {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final int EARLIEST = 2000;
    private static final int LATEST = 2100;

    private final Diary diary;
    private final DiaryFeeds feeds;
    private final FeedDesk desk;
    private final CurrentActor current;
    private final Names names;
    private final Words say;

    DiaryPages(Diary diary, DiaryFeeds feeds, FeedDesk desk, CurrentActor current, Names names, Words say) {
        this.diary = diary;
        this.feeds = feeds;
        this.desk = desk;
        this.current = current;
        this.names = names;
        this.say = say;
    }

    @GetMapping("/diary")
    String month(@RequestParam(required = false) @Nullable String month, Model model) {
        Actor actor = reader();
        YearMonth shown = month(month);
        Map<LocalDate, List<Diary.Arranged>> days = diary.between(shown.atDay(1), shown.atEndOfMonth(), actor).stream()
                .collect(Collectors.groupingBy(one -> one.begins().toLocalDate(), TreeMap::new, Collectors.toList()));
        model.addAttribute("month", shown)
                .addAttribute("days", days)
                .addAttribute("before", shown.minusMonths(1))
                .addAttribute("after", shown.plusMonths(1))
                .addAttribute("hasFeed", feeds.has(actor.id()));
        return "diary";
    }

    private YearMonth month(@Nullable String typed) {
        if (typed == null || typed.isBlank()) return YearMonth.from(say.today());
        try {
            YearMonth month = YearMonth.parse(typed);
            if (month.getYear() < EARLIEST || month.getYear() > LATEST) throw new NotFound();
            return month;
        } catch (DateTimeException none) {
            throw new NotFound();
        }
    }

    /** The address is shown once: the page after this one. */
    @PostMapping("/diary/feed")
    ModelAndView renew(RedirectAttributes next) {
        String secret = feeds.renew(reader().id());
        next.addFlashAttribute(
                "feed",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/public/diary/" + secret + ".ics")
                        .toUriString());
        return Pages.seeOther("/diary#feed");
    }

    @PostMapping("/diary/feed/drop")
    ModelAndView takeBack(RedirectAttributes next) {
        feeds.takeBack(reader().id());
        next.addFlashAttribute("said", "feed.dropped");
        return Pages.seeOther("/diary");
    }

    @GetMapping("/public/diary/{secret}.ics")
    ResponseEntity<String> feed(@PathVariable String secret, HttpServletRequest request) {
        String site = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        String text = desk.read(secret, request.getRemoteAddr(), this::title, site);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noCache())
                .eTag(DigestUtils.md5DigestAsHex(text.getBytes(StandardCharsets.UTF_8)))
                .body(text);
    }

    private String title(Diary.Arranged one) {
        String sort = say.word("diary.sort", one.sort());
        String of = one.what() == null ? names.unit(one.unit()) : one.what();
        return sort + ": " + of;
    }

    private Actor reader() {
        return current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR);
    }
}
