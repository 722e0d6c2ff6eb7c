package vn.caunoi.api.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.AdminAccounts;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.projections.directory.Directory;

/** Who may sign in: accounts are made, closed, opened and given passwords; what somebody may do is said by appointments. */
@Controller
class AccountPages {

    private static final Logger LOG = LoggerFactory.getLogger(AccountPages.class);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{1,49}");
    private static final int LONGEST = 200;
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(5);

    private final AdminAccounts accounts;
    private final Directory directory;
    private final Progress progress;
    private final CurrentActor current;
    private final Names names;
    private final Words say;

    AccountPages(
            AdminAccounts accounts,
            Directory directory,
            Progress progress,
            CurrentActor current,
            Names names,
            Words say) {
        this.accounts = accounts;
        this.directory = directory;
        this.progress = progress;
        this.current = current;
        this.names = names;
        this.say = say;
    }

    /** An account with who holds it. */
    record Held(AdminAccounts.Listed account, Directory.@Nullable Officer holder) {}

    @GetMapping("/admin/accounts")
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        admin();
        fill(model.asMap(), q);
        return "accounts";
    }

    private void fill(Map<String, Object> model, String q) {
        String asked = q.strip().toLowerCase(Locale.ROOT);
        List<Held> all = accounts.all().stream()
                .map(one -> new Held(
                        one, directory.officer(new OfficerId(one.name())).orElse(null)))
                .filter(one -> asked.isEmpty() || said(one).contains(asked))
                .toList();
        model.put("accounts", all);
        model.put("q", q);
        model.put("units", names.units());
        model.put("roles", Role.values());
    }

    private static String said(Held held) {
        String name = held.holder() == null ? "" : held.holder().name();
        return (held.account().name() + " " + name).toLowerCase(Locale.ROOT);
    }

    @PostMapping("/admin/accounts")
    ModelAndView create(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String fullName,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(required = false) @Nullable Set<String> roles,
            @RequestParam(defaultValue = "") String password,
            RedirectAttributes next) {
        Actor by = admin();
        List<String> wrong = new ArrayList<>();
        if (!NAME.matcher(name).matches()) wrong.add("name");
        else if (accounts.isThere(name)) wrong.add("taken");
        if (fullName.isBlank() || fullName.length() > LONGEST || !isPlain(fullName)) wrong.add("fullName");
        if (unit.isBlank()
                || !isPlain(unit)
                || directory
                        .unit(new UnitId(unit))
                        .filter(one -> !one.isEnded())
                        .isEmpty()) wrong.add("unit");
        Set<Role> given = roles == null
                ? Set.of()
                : Arrays.stream(Role.values())
                        .filter(role -> roles.contains(role.name()))
                        .collect(Collectors.toUnmodifiableSet());
        if (given.isEmpty()) wrong.add("roles");
        if (!password.isEmpty() && !AdminAccounts.isStrong(password)) wrong.add("password");
        if (wrong.isEmpty() && directory.officer(new OfficerId(name)).isPresent()) wrong.add("appointed");
        if (!wrong.isEmpty()) return again(wrong, name, fullName, unit, given);
        accounts.create(
                new AdminAccounts.Appointment(name, fullName.strip(), new UnitId(unit), given),
                password.isEmpty() ? null : password);
        progress.awaitSettled(SEEN_WITHIN);
        return done("created", name, by, next);
    }

    /** Without what no table can keep. */
    private static boolean isPlain(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    private ModelAndView again(List<String> wrong, String name, String fullName, String unit, Set<Role> roles) {
        ModelAndView page = new ModelAndView("accounts", HttpStatus.UNPROCESSABLE_CONTENT);
        fill(page.getModel(), "");
        return page.addObject("wrong", wrong)
                .addObject("name", name)
                .addObject("fullName", fullName)
                .addObject("unit", unit)
                .addObject("given", roles);
    }

    @PostMapping("/admin/accounts/{name}/{what:close|open}")
    ModelAndView turn(@PathVariable String name, @PathVariable String what, RedirectAttributes next) {
        Actor by = admin();
        if (!accounts.isThere(name)) throw new NotFound();
        if (what.equals("close") && by.id().value().equals(name)) {
            next.addFlashAttribute("refused", say.text("accounts.own"));
            return Pages.seeOther("/admin/accounts");
        }
        if (what.equals("close")) accounts.disable(name);
        else accounts.enable(name);
        return done(what.equals("close") ? "closed" : "opened", name, by, next);
    }

    /** Ends all sessions of the account as well. */
    @PostMapping("/admin/accounts/{name}/password")
    ModelAndView password(
            @PathVariable String name, @RequestParam(defaultValue = "") String password, RedirectAttributes next) {
        Actor by = admin();
        if (!accounts.isThere(name)) throw new NotFound();
        if (!AdminAccounts.isStrong(password)) {
            next.addFlashAttribute("refused", say.text("accounts.wrong.password"));
            return Pages.seeOther("/admin/accounts");
        }
        accounts.changePassword(name, password);
        return done("password", name, by, next);
    }

    private static ModelAndView done(String what, String name, Actor by, RedirectAttributes next) {
        LOG.info("account {}: {} by {}", name, what, by.id());
        next.addFlashAttribute("said", "account." + what);
        return Pages.seeOther("/admin/accounts");
    }

    private Actor admin() {
        return current.with(Role.ADMIN);
    }
}
