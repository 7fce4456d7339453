//! The port of a preview.

use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, UdpSocket};

use thiserror::Error;

/// A port that is ours.
pub struct Listener {
    pub(super) socket: TcpListener,
    /// Its address.
    pub address: SocketAddr,
}

/// Why there is no port.
#[derive(Debug, Error)]
pub enum ListenError {
    /// The system refused.
    #[error("cannot listen at {address}: {source}. {}", cure(address, source))]
    Refused {
        /// The address asked for.
        address: SocketAddr,
        /// The system's error.
        source: io::Error,
    },
    /// All ports are in use.
    #[error("the ports {from} to {to} are in use: choose another --port")]
    InUse {
        /// The first that was tried.
        from: u16,
        /// The last.
        to: u16,
    },
}

fn cure(address: &SocketAddr, error: &io::Error) -> &'static str {
    match error.kind() {
        ErrorKind::PermissionDenied if address.port() < 1024 => {
            "Ports below 1024 are for administrators: choose another, such as --port 8080"
        }
        ErrorKind::AddrNotAvailable => {
            "This computer has no such address: leave out --address, or choose 0.0.0.0"
        }
        _ => "Choose another --port or --address",
    }
}

/// How many ports are tried.
const TRIED: u16 = 50;

/// Opens a port, or the next one that is free.
///
/// # Errors
/// When none is free, or the system refuses.
pub fn listen(address: IpAddr, port: u16) -> Result<Listener, ListenError> {
    let to = port.saturating_add(TRIED);
    for port in port..=to {
        let address = SocketAddr::new(address, port);
        let opened = TcpListener::bind(address).and_then(|socket| {
            socket.set_nonblocking(true)?;
            let address = socket.local_addr()?;
            Ok(Listener { socket, address })
        });
        match opened {
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            opened => return opened.map_err(|source| ListenError::Refused { address, source }),
        }
    }
    Err(ListenError::InUse { from: port, to })
}

impl Listener {
    /// The address for a browser on this computer.
    pub fn url(&self) -> String {
        let address = self.address;
        let here = if address.is_ipv4() { Ipv4Addr::LOCALHOST.into() } else { address.ip() };
        let ip = if address.ip().is_unspecified() { here } else { address.ip() };
        format!("http://{}/", SocketAddr::new(ip, address.port()))
    }

    /// The address for other computers in the same network, if they can open the site.
    pub fn url_in_network(&self) -> Option<String> {
        if !self.address.ip().is_unspecified() {
            return None;
        }
        // Nothing is sent: the system only chooses the address that it would send from.
        let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
        socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
        let ip = socket.local_addr().ok()?.ip();
        Some(format!("http://{}/", SocketAddr::new(ip, self.address.port())))
    }
}
