# A real SMTP server for the tests: takes letters on loopback and prints each as a line of JSON.
# It is read by Python's own parser, so that a mistake of our writer cannot hide.
# Usage: mail_server.py [--port N] [--tls CERTIFICATE KEY] [--starttls CERTIFICATE KEY]
#                       [--login USER PASSWORD] [--refuse ADDRESS]
import argparse
import asyncio
import email
import email.policy
import json
import ssl

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


def tell(**values):
    print(json.dumps(values), flush=True)


def part(message, kind):
    found = message.get_body(preferencelist=(kind,))
    return found.get_content() if found else ""


class Mailbox:
    def __init__(self, refused):
        self.refused = refused

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address == self.refused:
            return "550 5.1.1 No such user here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        secured = server.transport.get_extra_info("ssl_object")
        tell(
            sender=envelope.mail_from,
            receivers=envelope.rcpt_tos,
            tls=secured.version() if secured else "",
            login=(session.auth_data or b"").decode(),
            headers={name: str(value) for name, value in message.items()},
            text=part(message, "plain"),
            html=part(message, "html"),
        )
        return "250 OK"


def context_of(files):
    if not files:
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*files)
    return context


async def serve(options):
    def authenticate(server, session, envelope, mechanism, data):
        given = []
        if isinstance(data, LoginPassword):
            given = [data.login.decode(), data.password.decode()]
        return AuthResult(success=given == options.login, handled=False, auth_data=data.login)

    def connection():
        login = {}
        if options.login:
            login = dict(authenticator=authenticate, auth_required=True, auth_require_tls=False)
        return SMTP(
            Mailbox(options.refuse),
            hostname="mail.example.no",
            tls_context=context_of(options.starttls),
            require_starttls=bool(options.starttls),
            **login,
        )

    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        connection, "127.0.0.1", options.port, ssl=context_of(options.tls)
    )
    tell(port=server.sockets[0].getsockname()[1])
    await server.serve_forever()


parser = argparse.ArgumentParser()
parser.add_argument("--port", type=int, default=0)
parser.add_argument("--tls", nargs=2)
parser.add_argument("--starttls", nargs=2)
parser.add_argument("--login", nargs=2)
parser.add_argument("--refuse")
asyncio.run(serve(parser.parse_args()))
