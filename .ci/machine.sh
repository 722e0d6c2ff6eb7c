# What this machine has and lacks. Sourced by run and verify; sets JAVA_HOME and puts its bin first in PATH.
# shellcheck shell=bash

readonly JAVA_NEEDED=21

fail() {
    echo "$(basename "$0"): $*" >&2
    exit 1
}

# Major version of the JDK in a folder; nothing when there is no compiler in it.
jdk_version() {
    [[ -x $1/bin/javac && -r $1/release ]] || return 0
    sed -nE 's/^JAVA_VERSION="([0-9]+).*/\1/p' "$1/release"
}

newest_jdk() {
    local home version best='' best_version=$((JAVA_NEEDED - 1)) javac
    javac=$(command -v javac || true)
    [[ -n $javac ]] && javac=$(dirname "$(dirname "$(readlink -f "$javac")")")
    for home in "${JAVA_HOME:-}" "$javac" /usr/lib/jvm/* /opt/java/* /opt/jdk*; do
        version=$(jdk_version "$home")
        if [[ -n $version ]] && ((version > best_version)); then
            best=$home best_version=$version
        fi
    done
    echo "$best"
}

# Installs the first of the named Debian packages that exists here; false when none does or nobody may install.
install_one_of() {
    [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null || return 1
    local package
    apt-get update -qq >&2 || return 1
    for package in "$@"; do
        if apt-cache show "$package" >/dev/null 2>&1; then
            echo "Installing $package …" >&2
            DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >&2
            return
        fi
    done
    return 1
}

need_java() {
    local home
    home=$(newest_jdk)
    if [[ -z $home ]] && install_one_of openjdk-25-jdk-headless openjdk-21-jdk-headless; then home=$(newest_jdk); fi
    [[ -n $home ]] || fail "a JDK of version $JAVA_NEEDED or newer is missing: as root 'apt-get install openjdk-21-jdk-headless' (Debian 13), or unpack one below /usr/lib/jvm (Debian 12 has none)."
    export JAVA_HOME=$home PATH=$home/bin:$PATH
    JAVA_MAJOR=$(jdk_version "$home")
    export JAVA_MAJOR
}

need_maven() {
    command -v mvn >/dev/null || install_one_of maven || fail "Maven is missing: as root 'apt-get install maven'."
    local version
    version=$(mvn -v 2>/dev/null | sed -nE 's/.*Apache Maven ([0-9]+)\.([0-9]+).*/\1 \2/p' | head -1)
    local -i major=${version% *} minor=${version#* }
    ((major > 3 || (major == 3 && minor >= 8))) || fail "Maven 3.8 or newer is needed; found ${version/ /.}."
}

need_node() {
    command -v node >/dev/null || install_one_of nodejs || fail "Node.js is missing (it bundles the pages' scripts): as root 'apt-get install nodejs npm'."
    command -v npm >/dev/null || install_one_of npm || fail "npm is missing (it fetches the pages' libraries): as root 'apt-get install npm'."
    local -i major
    major=$(node -p 'process.versions.node.split(".")[0]')
    ((major >= 18)) || fail "Node.js 18 or newer is needed; found $(node --version)."
}

# Says in one line what is left out for want of it; nothing when clamd is here or could be installed.
lacks_clamd() {
    [[ -x /usr/sbin/clamd ]] || install_one_of clamav-daemon >/dev/null ||
        echo "clamd is missing, so the tests of the group clamd are left out: as root 'apt-get install clamav-daemon'."
}

need_chromium() {
    [[ -x /usr/bin/chromium ]] || install_one_of chromium ||
        fail "Chromium is missing (the browser tests use it): as root 'apt-get install chromium'."
}
