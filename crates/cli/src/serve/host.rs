//! Which names a browser may call this server by. A page of another site could otherwise read the briefing: its host
//! name would only have to lead to this machine (DNS rebinding).

use std::net::{IpAddr, SocketAddr};

/// The names and addresses that requests may have in `Host` (RFC 9110, section 7.2).
#[derive(Clone, Debug)]
pub struct AllowedHosts {
    /// The name that was given on the command line.
    named: String,
    /// Whether other machines may ask; they use any address of this one.
    is_open: bool,
}

impl AllowedHosts {
    /// The names for a server on an address, which was asked for by a name.
    pub fn new(named: &str, address: SocketAddr) -> AllowedHosts {
        AllowedHosts { named: named.to_ascii_lowercase(), is_open: !address.ip().is_loopback() }
    }

    /// Whether a request with this value of `Host` is for this server. An address cannot be made to lead elsewhere, as
    /// a name can.
    pub fn allows(&self, host: &str) -> bool {
        let name = without_port(host).to_ascii_lowercase();
        if let Ok(address) = name.trim_matches(['[', ']']).parse::<IpAddr>() {
            return self.is_open || address.is_loopback();
        }
        name == "localhost" || name.ends_with(".localhost") || name == self.named
    }
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) && !name.is_empty() => {
            // Colons of an IPv6 address are within brackets.
            if name.contains(':') && !name.ends_with(']') { host } else { name }
        }
        _ => host,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_are_allowed() {
        let local = AllowedHosts::new("127.0.0.1", "127.0.0.1:8000".parse().unwrap());
        for host in ["localhost", "localhost:8000", "LOCALHOST:1", "127.0.0.1:8000", "127.0.0.1", "[::1]:8000", "[::1]"]
        {
            assert!(local.allows(host), "{host}");
        }
        for host in
            ["", "evil.example", "evil.example:8000", "localhost.evil.example", "192.168.1.7:8000", "::2", ":80"]
        {
            assert!(!local.allows(host), "{host}");
        }
    }

    #[test]
    fn an_open_server_is_asked_by_any_address_and_by_its_name() {
        let open = AllowedHosts::new("Desk.Example", "0.0.0.0:8000".parse().unwrap());
        for host in ["192.168.1.7:8000", "[fe80::1]:8000", "desk.example:8000", "localhost"] {
            assert!(open.allows(host), "{host}");
        }
        assert!(!open.allows("evil.example:8000"));
    }
}
